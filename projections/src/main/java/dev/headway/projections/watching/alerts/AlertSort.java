package dev.headway.projections.watching.alerts;

import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Rule.Severity;
import dev.headway.projections.watching.rules.Rules;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order alerts are listed: by when they were raised or due, or by how bad they are and
 * then by when they were raised; {@code -} before it puts the newest, the latest or the worst
 * first.
 */
record AlertSort(Field field, boolean isDescending) {

    static final String DEFAULT = "-raisedAt";

    /** What can be sorted by. */
    enum Field {
        RAISED_AT("raisedAt", "raised_at"),
        DUE_AT("dueAt", "due_at"),
        SEVERITY("severity", "raised_at");

        private final String parameter;
        private final String column;

        Field(String parameter, String column) {
            this.parameter = parameter;
            this.column = column;
        }
    }

    /** Every way to ask for an order. */
    static List<String> parameters() {
        return Stream.of(Field.values())
                .flatMap(field -> Stream.of(field.parameter, "-" + field.parameter))
                .toList();
    }

    /**
     * @param query one of {@link #parameters()}; anything else is the default
     */
    static AlertSort of(String query) {
        var descending = query.startsWith("-");
        var parameter = descending ? query.substring(1) : query;
        return Stream.of(Field.values())
                .filter(field -> field.parameter.equals(parameter))
                .findFirst()
                .map(field -> new AlertSort(field, descending))
                .orElse(new AlertSort(Field.RAISED_AT, true));
    }

    /** The column that orders the alerts of one rule and one status; an index has them so. */
    String column() {
        return field.column;
    }

    String direction() {
        return isDescending ? "desc" : "asc";
    }

    /** How a later row compares with an earlier one. */
    String comparison() {
        return isDescending ? "<" : ">";
    }

    boolean isBySeverity() {
        return field == Field.SEVERITY;
    }

    /** Whether each rule and status is read by itself, and then merged. */
    boolean takesEachRule() {
        return field != Field.RAISED_AT;
    }

    /** The rules that rank above the others. */
    static String[] worst() {
        return Rules.ALL.stream()
                .filter(rule -> rule.severity() == Severity.CRITICAL)
                .map(Rule::id)
                .toArray(String[]::new);
    }

    /** How bad alerts of a rule are, from 0; 0 where that does not order them. */
    int rank(String rule) {
        return isBySeverity() ? Rules.severityOf(rule).map(Severity::ordinal).orElse(0) : 0;
    }
}
