package dev.headway.projections.chat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of a partnership, and what it is routed by.
 *
 * @param owner our person in the RELATIONSHIP seat
 * @param ownerId the same person in the directory, where they are in it
 * @param ownerInWords the same as routes name them; {@code owner} may be sealed
 * @param escalatesTo the person in the ESCALATION seat
 * @param next its open steps that are soonest due, at most three
 */
public record PartnershipDetails(
        String id,
        String name,
        String stage,
        @Nullable String pattern,
        @Nullable String owner,
        @Nullable String ownerId,
        @Nullable String ownerInWords,
        @Nullable String escalatesTo,
        List<Step> next) {

    /** Of one whose owner is written as routes name them. */
    public PartnershipDetails(
            String id,
            String name,
            String stage,
            @Nullable String pattern,
            @Nullable String owner,
            @Nullable String ownerId,
            @Nullable String escalatesTo,
            List<Step> next) {
        this(id, name, stage, pattern, owner, ownerId, owner, escalatesTo, next);
    }

    /** What somebody is going to do. */
    public record Step(String title, String owner, Instant dueOn) {}
}
