package dev.headway.projections.watching.alerts;

import dev.headway.projections.watching.alerts.Alert.Anchor;
import dev.headway.projections.watching.rules.Rules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of table {@code alert}, and says why it is there. */
final class AlertRow {

    private AlertRow() {}

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
                row.getBoolean("is_shadow"),
                row.getBoolean("late"),
                row.getString("status"),
                row.getString("owner"),
                row.getString("owner_id"),
                instant(row, "snoozed_until"),
                instant(row, "escalated_at"),
                row.getString("answered_by"),
                row.getString("answered_by_id"),
                instant(row, "answered_at"),
                row.getString("answer"),
                instant(row, "resolved_at"),
                row.getString("resolved_by"),
                row.getLong("version"),
                List.of());
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
                + (threshold.isZero() ? "" : ", due after " + inWords(threshold));
    }

    private static String inWords(Duration threshold) {
        var days = threshold.toDays();
        return threshold.equals(Duration.ofDays(days))
                ? days + (days == 1 ? " day" : " days")
                : threshold.toString();
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
