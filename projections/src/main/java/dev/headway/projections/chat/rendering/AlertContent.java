package dev.headway.projections.chat.rendering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an alert. The words of strangers in it have yet to be made harmless.
 *
 * @param complaint what the rule says
 * @param about what of the partnership it is about (a seat, a step's title), or empty
 * @param occasion {@code RAISED SNOOZE_ENDED} or {@code ESCALATED}
 * @param preface why it is told now, where that is not because it was raised: as in "Escalated"
 * @param anchor what its clock is counted from
 * @param quietDays whole days since the last motion, or since the anchor where there was none
 * @param lastMotion what last moved the partnership; null if nothing has
 * @param mention what the service that it is sent to calls its owner, or null
 */
public record AlertContent(
        String alertId,
        Partnership partnership,
        String rule,
        PluralPhrase complaint,
        String about,
        String severity,
        String occasion,
        @Nullable String preface,
        EventReference anchor,
        Instant dueAt,
        Instant raisedAt,
        long quietDays,
        @Nullable EventReference lastMotion,
        @Nullable String mention) {

    /** The same, for a service that calls its owner so. */
    public AlertContent mentioning(@Nullable String handle) {
        return new AlertContent(
                alertId,
                partnership,
                rule,
                complaint,
                about,
                severity,
                occasion,
                preface,
                anchor,
                dueAt,
                raisedAt,
                quietDays,
                lastMotion,
                handle);
    }

    /** An event, by its stored name. */
    public record EventReference(String event, @Nullable String eventId, Instant at) {}

    /**
     * A partnership.
     *
     * @param next its open steps that are soonest due, at most three
     */
    public record Partnership(String id, String name, @Nullable String stage, List<Step> next) {}

    /** What somebody is going to do. */
    public record Step(String title, String owner, Instant dueOn) {}
}
