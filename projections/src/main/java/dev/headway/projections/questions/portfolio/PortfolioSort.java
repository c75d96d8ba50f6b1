package dev.headway.projections.questions.portfolio;

import dev.headway.projections.questions.ghosttowns.GhostClockJoin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which order the portfolio is listed: by a field of its items, {@code -} before it for the
 * reverse. A sort key never depends on the hour, so that a cursor stays good while time passes, and
 * within each stage there is an index in its order.
 */
record PortfolioSort(Field field, boolean reversed) {

    static final String DEFAULT = "name";

    /** The stages in the order in which they are lived, from 1. */
    static final String STAGE = "p.stage_rank";

    /** How many of the next three steps are secured. */
    static final String STEPS = "p.steps_secured";

    static final String ID = "p.partnership_id";

    /** What can be sorted by, and the SQL of its key. How long is how long ago, backwards. */
    enum Field {
        NAME("name", "text", "p.name_folded", ID, false),
        STAGE("stage", "integer", PortfolioSort.STAGE, ID, false),
        STAGE_SINCE("stageSince", "timestamptz", "p.stage_since", ID, false),
        DAYS_IN_STAGE("daysInStage", "timestamptz", "p.stage_since", ID, true),
        LAST_MOTION("lastMotion", "timestamptz", GhostClockJoin.MOVED_AT, GhostClockJoin.ID, false),
        QUIET_DAYS("quietDays", "timestamptz", GhostClockJoin.MOVED_AT, GhostClockJoin.ID, true),
        GHOST_AT("ghostAt", "timestamptz", GhostClockJoin.MOVED_AT, GhostClockJoin.ID, false),
        STEPS_SECURED("stepsSecured", "integer", PortfolioSort.STEPS, ID, false);

        private final String parameter;
        private final String type;
        private final String key;
        private final String id;
        private final boolean backwards;

        Field(String parameter, String type, String key, String id, boolean backwards) {
            this.parameter = parameter;
            this.type = type;
            this.key = key;
            this.id = id;
            this.backwards = backwards;
        }
    }

    /** Every way to ask for an order. */
    static List<String> parameters() {
        return Stream.of(Field.values())
                .flatMap(field -> Stream.of(field.parameter, "-" + field.parameter))
                .toList();
    }

    static Optional<PortfolioSort> of(String query) {
        var reversed = query.startsWith("-");
        var parameter = reversed ? query.substring(1) : query;
        return Stream.of(Field.values())
                .filter(field -> field.parameter.equals(parameter))
                .map(field -> new PortfolioSort(field, reversed))
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

    /** What orders rows of the same key, beside the key in its index. */
    String id() {
        return field.id;
    }

    /** Whether it takes a clock to have a place in it. */
    boolean isByClock() {
        return field.id.equals(GhostClockJoin.ID);
    }

    boolean isDescending() {
        return reversed != field.backwards;
    }

    String direction() {
        return isDescending() ? "desc" : "asc";
    }

    /** How a later row's key compares with an earlier one's. */
    String comparison() {
        return isDescending() ? "<" : ">";
    }
}
