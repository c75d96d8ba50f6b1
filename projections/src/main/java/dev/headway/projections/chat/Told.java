package dev.headway.projections.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of an alert. The words of strangers in it have yet to be made harmless.
 *
 * @param quietDays whole days since the last motion, or since the anchor where there was none
 * @param link to the partnership
 */
record Told(AlertToTell alert, long quietDays, @Nullable NextStep nextStep, String link) {

    static Told at(Instant now, AlertToTell alert, @Nullable NextStep nextStep, String publicUrl) {
        var quietSince = alert.lastMotionAt() == null ? alert.anchorAt() : alert.lastMotionAt();
        return new Told(
                alert,
                Math.max(0, Duration.between(quietSince, now).toDays()),
                nextStep,
                publicUrl + "/api/v1/partnerships/" + alert.partnershipId());
    }

    /** As in "Acme <i>is a ghost town</i>". */
    String complaint() {
        return switch (alert.rule()) {
            case "ghost-town" -> "is a ghost town";
            case "steps-unsecured" -> "has fewer than three open next steps";
            default -> "is due under the rule " + alert.rule();
        };
    }

    /** As in "7 <i>are ghost towns</i>". */
    String complaintOfMany() {
        return switch (alert.rule()) {
            case "ghost-town" -> "are ghost towns";
            case "steps-unsecured" -> "have fewer than three open next steps";
            default -> "are due under the rule " + alert.rule();
        };
    }

    /** As in "61 <i>quiet days, last moved by touchpoint recorded on 2026-01-31</i>". */
    String lastMoved() {
        var days = quietDays == 1 ? "1 quiet day" : quietDays + " quiet days";
        return alert.lastMotionEvent() == null || alert.lastMotionAt() == null
                ? days + ", never moved"
                : days
                        + ", last moved by "
                        + inWords(alert.lastMotionEvent())
                        + " on "
                        + day(alert.lastMotionAt());
    }

    static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** {@code TouchpointRecorded} is touchpoint recorded. */
    private static String inWords(String event) {
        return event.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
