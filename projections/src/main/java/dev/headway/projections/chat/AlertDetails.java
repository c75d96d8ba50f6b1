package dev.headway.projections.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message needs to know of an alert.
 *
 * @param complaint what the rule says, as in "Acme <i>is a ghost town</i>"
 * @param complaintOfMany as in "7 <i>are ghost towns</i>"
 * @param about what of the partnership it is about (a seat, a step's title), or empty
 * @param anchorEvent stored name of the event that its clock is counted from
 * @param isOwned whether somebody owns it
 * @param ownerId who owns it, where it is a person of the directory
 * @param lastMotionEvent stored name of the event that last moved the partnership
 */
public record AlertDetails(
        UUID alertId,
        String partnershipId,
        String partnershipName,
        String rule,
        String complaint,
        String complaintOfMany,
        String about,
        String severity,
        String anchorEventId,
        String anchorEvent,
        Instant anchorAt,
        Instant dueAt,
        Instant raisedAt,
        boolean isOwned,
        @Nullable String ownerId,
        @Nullable String lastMotionEvent,
        @Nullable Instant lastMotionAt) {}
