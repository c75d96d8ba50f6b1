package dev.headway.projections.watching.rules;

import dev.headway.contracts.Stage;
import dev.headway.projections.watching.facts.Anchor;
import dev.headway.projections.watching.facts.Span;
import dev.headway.projections.watching.facts.WatchedFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that watches a partnership at present.
 *
 * @param subject what of the partnership is watched (a seat, the id of a step), or empty for the
 *     whole
 * @param about the subject in words (a seat, a step's title), or empty
 * @param stage whose threshold counts
 * @param pattern the partnership's, whose template counts; empty for none
 * @param anchor the event that the due date is counted from
 * @param deadline the date that must be over first, as it was given; null where the anchor's own
 *     instant counts
 * @param spans the only times at which it can be due, or null for any
 */
public record Watch(
        Rule rule,
        String subject,
        String about,
        Stage stage,
        String pattern,
        Anchor anchor,
        @Nullable Instant deadline,
        @Nullable List<Span> spans) {

    /** What stays the same while anchors come and go. */
    public record Key(String rule, String subject) {}

    /** Of the whole partnership, counted from when the anchor happened. */
    public static Watch since(Rule rule, WatchedFacts facts, Anchor anchor) {
        return since(rule, "", facts, anchor);
    }

    /** Of one seat, counted from when the anchor happened. */
    public static Watch since(Rule rule, String subject, WatchedFacts facts, Anchor anchor) {
        return new Watch(
                rule, subject, subject, facts.stage(), facts.pattern(), anchor, null, null);
    }

    /** Counted from the end of what the anchor promises or limits. */
    public static Watch after(
            Rule rule, String subject, String about, WatchedFacts facts, Anchor date) {
        return new Watch(
                rule, subject, about, facts.stage(), facts.pattern(), date, date.at(), null);
    }

    /** Of the whole partnership, counted from the end of what the anchor promises or limits. */
    public static Watch after(Rule rule, WatchedFacts facts, Anchor date) {
        return after(rule, "", "", facts, date);
    }

    /** Counted from the end of {@code deadline}, and due only within these times. */
    Watch within(Instant deadline, List<Span> spans) {
        return new Watch(rule, subject, about, stage, pattern, anchor, deadline, spans);
    }

    public Key key() {
        return new Key(rule.id(), subject);
    }
}
