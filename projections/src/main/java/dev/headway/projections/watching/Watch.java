package dev.headway.projections.watching;

import dev.headway.contracts.Stage;

/**
 * A rule that watches a partnership at present.
 *
 * @param subject what of the partnership is watched (a seat, the id of a step), or empty for the
 *     whole
 * @param about the subject in words (a seat, a step's title), or empty
 * @param stage whose threshold counts
 * @param pattern the partnership's, whose template counts; empty for none
 * @param anchor what the due date is counted from
 */
record Watch(Rule rule, String subject, String about, Stage stage, String pattern, Mark anchor) {

    /** What stays the same while anchors come and go. */
    record Key(String rule, String subject) {}

    static Watch ofAll(Rule rule, Facts facts, Mark anchor) {
        return of(rule, "", "", facts, anchor);
    }

    static Watch of(Rule rule, String subject, String about, Facts facts, Mark anchor) {
        return new Watch(rule, subject, about, facts.stage(), facts.pattern(), anchor);
    }

    Key key() {
        return new Key(rule.id(), subject);
    }
}
