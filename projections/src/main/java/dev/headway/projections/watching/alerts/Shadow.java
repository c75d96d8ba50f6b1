package dev.headway.projections.watching.alerts;

/**
 * A ghost town is fading as well: while its {@code ghost-town} is live, and whatever was answered
 * to that, its {@code fading} stays in the list of alerts, and is neither told, nor escalated, nor
 * counted.
 */
final class Shadow {

    private Shadow() {}

    /**
     * A condition in SQL: whether a row of table {@code alert} is one.
     *
     * @param row the name or alias of the table
     */
    static String of(String row) {
        return """
                (%1$s.rule = 'fading'
                 and %1$s.resolved_at is null
                 and exists (select
                             from   alert ghost
                             where  ghost.partnership_id = %1$s.partnership_id
                             and    ghost.rule           = 'ghost-town'
                             and    ghost.resolved_at    is null))"""
                .formatted(row);
    }
}
