package dev.headway.projections.questions.portfolio;

import dev.headway.projections.questions.ghosttowns.GhostClockJoin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which order the portfolio is listed: by a field of its items, {@code -} before it for the
 * reverse. A sort key never depends on the hour, so that a cursor stays good while time passes.
 */
record PortfolioSort(Field field, boolean descending) {

    static final String DEFAULT = "name";

    /** What can be sorted by, and the SQL of its key. */
    enum Field {
        NAME("name", "text", "lower(p.name) collate \"C\""),
        STAGE(
                "stage",
                "numeric",
                "array_position(array['PROSPECT', 'PILOT', 'LAUNCH', 'SCALED', 'SUNSET'], p.stage)"),
        STAGE_SINCE("stageSince", "numeric", "extract(epoch from p.stage_since)"),
        DAYS_IN_STAGE("daysInStage", "numeric", "-extract(epoch from p.stage_since)"),
        LAST_MOTION(
                "lastMotion",
                "numeric",
                "coalesce(extract(epoch from " + GhostClockJoin.LAST_MOTION_AT + "), -1e12)"),
        QUIET_DAYS(
                "quietDays",
                "numeric",
                "coalesce(-extract(epoch from " + GhostClockJoin.LAST_MOTION_AT + "), 1e12)"),
        GHOST_AT("ghostAt", "numeric", "coalesce(" + GhostClockJoin.GHOST_AT + ", 1e12)"),
        STEPS_SECURED("stepsSecured", "numeric", "least(3, jsonb_array_length(p.open_steps))");

        private final String parameter;
        private final String type;
        private final String key;

        Field(String parameter, String type, String key) {
            this.parameter = parameter;
            this.type = type;
            this.key = key;
        }
    }

    /** Every way to ask for an order. */
    static List<String> parameters() {
        return Stream.of(Field.values())
                .flatMap(field -> Stream.of(field.parameter, "-" + field.parameter))
                .toList();
    }

    static Optional<PortfolioSort> of(String query) {
        var descending = query.startsWith("-");
        var parameter = descending ? query.substring(1) : query;
        return Stream.of(Field.values())
                .filter(field -> field.parameter.equals(parameter))
                .map(field -> new PortfolioSort(field, descending))
                .findFirst();
    }

    /** The expression rows are ordered by. */
    String key() {
        return field.key;
    }

    /** The key's type in SQL. */
    String type() {
        return field.type;
    }

    String direction() {
        return descending ? "desc" : "asc";
    }

    /** How a later row's key compares with an earlier one's. */
    String comparison() {
        return descending ? "<" : ">";
    }
}
