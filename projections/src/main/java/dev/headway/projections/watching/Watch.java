package dev.headway.projections.watching;

import dev.headway.contracts.Stage;

/**
 * A rule that watches a partnership at present.
 *
 * @param subject what of the partnership is watched (a seat, a step), or empty for the whole
 * @param stage whose threshold counts
 * @param anchor what the due date is counted from
 */
record Watch(Rule rule, String subject, Stage stage, Mark anchor) {

    /** What stays the same while anchors come and go. */
    record Key(String rule, String subject) {}

    Key key() {
        return new Key(rule.id(), subject);
    }
}
