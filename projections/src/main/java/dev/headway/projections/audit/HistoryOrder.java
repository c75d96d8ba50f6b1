package dev.headway.projections.audit;

import dev.headway.projections.audit.AuditEntry.DateCorrection;
import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.QueryParameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which a history is told, and where a page of it begins. What is recorded meanwhile
 * moves nothing that was there, but for a move of which the date is put right.
 *
 * @param newestFirst the other way round
 */
record HistoryOrder(By by, boolean newestFirst) {

    /** What comes before the order of recording, which tells apart what is the same by it. */
    enum By {
        RECORDED("recorded", ""),
        EFFECTIVE("effective", DateCorrection.HAPPENED),
        /** The UTC day on which it happened: of what was given as a day nobody knows the hour. */
        DAY("day", "date_trunc('day', " + DateCorrection.HAPPENED + ", 'UTC')");

        private final String parameter;
        private final String sql;

        By(String parameter, String sql) {
            this.parameter = parameter;
            this.sql = sql;
        }

        static List<String> parameters() {
            return Stream.of(values()).map(each -> each.parameter).toList();
        }

        static By of(String parameter) {
            return Stream.of(values())
                    .filter(each -> each.parameter.equals(parameter))
                    .findFirst()
                    .orElse(RECORDED);
        }
    }

    /** As asked for by {@code time} and {@code order}. */
    static HistoryOrder of(QueryParameters asked) {
        var time = asked.oneOf("time", By.parameters(), By.RECORDED.parameter);
        return new HistoryOrder(By.of(time), isNewestFirst(asked));
    }

    /** That of the log or the other way round, as asked for by {@code order} alone. */
    static HistoryOrder ofLog(QueryParameters asked) {
        return new HistoryOrder(By.RECORDED, isNewestFirst(asked));
    }

    private static boolean isNewestFirst(QueryParameters asked) {
        return asked.oneOf("order", List.of("asc", "desc"), "asc").equals("desc");
    }

    /** The place of an entry, as {@link #after} takes it. */
    String[] placeOf(AuditEntry entry) {
        var position = Long.toString(entry.position());
        return switch (by) {
            case RECORDED -> new String[] {position};
            case EFFECTIVE -> new String[] {position, entry.happenedAt().toString()};
            case DAY ->
                    new String[] {
                        position, entry.happenedAt().truncatedTo(ChronoUnit.DAYS).toString()
                    };
        };
    }

    /** Only what comes after a place; everything where it is empty. */
    Conditions after(List<String> place, Conditions conditions) {
        if (place.isEmpty()) {
            return conditions;
        }
        conditions.with("position", Long.parseLong(place.getFirst()));
        return by == By.RECORDED
                ? conditions.and("entry.position %s :position".formatted(sign()))
                : conditions
                        .and("(%s, entry.position) %s (:at, :position)".formatted(by.sql, sign()))
                        .with("at", Instant.parse(place.getLast()).atOffset(ZoneOffset.UTC));
    }

    /** As an {@code order by} says it. */
    String sql() {
        var direction = newestFirst ? " desc" : "";
        return (by == By.RECORDED ? "" : by.sql + direction + ", ") + "entry.position" + direction;
    }

    private String sign() {
        return newestFirst ? "<" : ">";
    }
}
