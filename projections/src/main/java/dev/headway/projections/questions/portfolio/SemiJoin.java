package dev.headway.projections.questions.portfolio;

import java.util.Map;

/**
 * Rows of another question by which the list is narrowed to partnerships that have one, or have
 * none.
 *
 * @param table the other's, with a column {@code partnership_id}
 * @param condition which rows count, as the other lends it
 * @param parameters what the condition binds
 * @param isThere whether a partnership must have such a row, or must not
 */
record SemiJoin(String table, String condition, Map<String, Object> parameters, boolean isThere) {

    /**
     * The partnerships of {@code :limit} rows at most, one as often as it has some: to have each
     * once, all rows would be read before the first is answered.
     */
    String ids() {
        return "select partnership_id from %s where %s limit :limit".formatted(table, condition);
    }

    /** The condition on {@code portfolio p}. */
    String probe() {
        return "%s (select from %s where %s.partnership_id = p.partnership_id and %s)"
                .formatted(isThere ? "exists" : "not exists", table, table, condition);
    }
}
