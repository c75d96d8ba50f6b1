package dev.headway.projections.watching.rules;

import dev.headway.contracts.Stage;
import dev.headway.projections.watching.facts.Anchor;
import dev.headway.projections.watching.facts.WatchedFacts;

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
public record Watch(
        Rule rule, String subject, String about, Stage stage, String pattern, Anchor anchor) {

    /** What stays the same while anchors come and go. */
    public record Key(String rule, String subject) {}

    public static Watch ofAll(Rule rule, WatchedFacts facts, Anchor anchor) {
        return of(rule, "", "", facts, anchor);
    }

    public static Watch of(
            Rule rule, String subject, String about, WatchedFacts facts, Anchor anchor) {
        return new Watch(rule, subject, about, facts.stage(), facts.pattern(), anchor);
    }

    public Key key() {
        return new Key(rule.id(), subject);
    }
}
