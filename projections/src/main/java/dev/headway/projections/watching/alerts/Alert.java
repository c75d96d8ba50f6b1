package dev.headway.projections.watching.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.chat.delivery.DeliveriesByAlert.Delivery;
import dev.headway.projections.watching.rules.Rules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One episode, and what people answered.
 *
 * @param subject what of the partnership it is about, where it is not the whole: a seat, the id of
 *     a step, bend, waiver or obligation
 * @param about the subject in words
 * @param why a sentence that says why it was raised
 * @param relief what would resolve it
 * @param late raised more than five minutes after it was due and known to be
 * @param owner who acknowledged it last
 * @param answer the note or the reason of the last answer
 * @param resolvedBy id of the event that moved the clock, or {@code POLICY}
 * @param version how many answers there have been; the ETag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Alert(
        UUID id,
        String partnershipId,
        String partnershipName,
        String rule,
        String severity,
        @Nullable String subject,
        @Nullable String about,
        String why,
        String relief,
        Anchor anchor,
        Instant dueAt,
        Instant raisedAt,
        boolean late,
        String status,
        @Nullable String owner,
        @Nullable Instant snoozedUntil,
        @Nullable Instant escalatedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        long version,
        List<Delivery> deliveries) {

    /** The event that a clock is counted from; {@code event} is its type, as in the history. */
    record Anchor(String event, String eventId, Instant at) {}

    static Alert of(ResultSet row, int number) throws SQLException {
        var rule = row.getString("rule");
        var name = row.getString("present_name");
        var about = row.getString("about");
        var dueAt = row.getTimestamp("due_at").toInstant();
        var anchor =
                new Anchor(
                        row.getString("anchor_type"),
                        row.getString("anchor_event_id"),
                        row.getTimestamp("anchor_at").toInstant());
        return new Alert(
                row.getObject("alert_id", UUID.class),
                row.getString("partnership_id"),
                name,
                rule,
                row.getString("severity"),
                unlessEmpty(row.getString("subject")),
                unlessEmpty(about),
                why(name, Rules.phraseOf(rule).ofOne(), about, anchor, dueAt),
                Rules.reliefOf(rule),
                anchor,
                dueAt,
                row.getTimestamp("raised_at").toInstant(),
                row.getBoolean("late"),
                row.getString("status"),
                row.getString("owner"),
                instant(row, "snoozed_until"),
                instant(row, "escalated_at"),
                row.getString("answered_by"),
                instant(row, "answered_at"),
                row.getString("answer"),
                instant(row, "resolved_at"),
                row.getString("resolved_by"),
                row.getLong("version"),
                List.of());
    }

    Alert with(List<Delivery> told) {
        return new Alert(
                id,
                partnershipId,
                partnershipName,
                rule,
                severity,
                subject,
                about,
                why,
                relief,
                anchor,
                dueAt,
                raisedAt,
                late,
                status,
                owner,
                snoozedUntil,
                escalatedAt,
                answeredBy,
                answeredAt,
                answer,
                resolvedAt,
                resolvedBy,
                version,
                told);
    }

    private static String why(
            String name, String complaint, String about, Anchor anchor, Instant dueAt) {
        var threshold = Duration.between(anchor.at(), dueAt);
        return name
                + " "
                + complaint
                + (about.isEmpty() ? "" : " (" + about + ")")
                + ": counted from "
                + anchor.at()
                + " ("
                + anchor.event()
                + ")"
                + (threshold.isZero() ? "" : ", due after " + told(threshold));
    }

    private static String told(Duration threshold) {
        var days = threshold.toDays();
        return threshold.equals(Duration.ofDays(days))
                ? days + (days == 1 ? " day" : " days")
                : threshold.toString();
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
