package dev.headway.projections.watching.rules;

import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.contracts.written.DueDay;
import dev.headway.projections.watching.facts.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When each watch is due under a policy: its anchor, or the end of its deadline's day, plus its
 * rule's threshold, if the pattern's template asks for what the rule watches.
 *
 * @param zone where days end
 */
public record DueDates(Thresholds thresholds, List<PatternTemplate> patterns, ZoneId zone) {

    /** A thousand years are never; longer ones would leave PostgreSQL's calendar. */
    private static final Duration NEVER = Duration.ofDays(365_000);

    /** A promise for the year ten thousand is as good as one for any later one. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * A time at which a watch is due.
     *
     * @param countedFrom what the threshold was added to
     * @param due its first instant
     * @param until the first instant at which it no longer is, or null for as long as nothing
     *     happens
     */
    public record DueTime(Instant countedFrom, Instant due, @Nullable Instant until) {

        boolean has(Instant at) {
            return new Span(due, until).has(at);
        }
    }

    /** In order; at least one for a watch without spans, any number for one with. */
    public List<DueTime> dueTimes(Watch watch) {
        var from = countedFrom(watch);
        var after = after(watch.rule(), watch.stage(), watch.pattern());
        var spans = watch.spans();
        return spans == null
                ? List.of(new DueTime(from, from.plus(after), null))
                : spans.stream().flatMap(span -> within(span, from, after)).toList();
    }

    /** Whether the rule holds for what is watched. */
    public boolean isDue(Watch watch, Instant at) {
        return dueTimes(watch).stream().anyMatch(time -> time.has(at));
    }

    public Duration after(Rule rule, Stage stage, String pattern) {
        return rule.isOn(thresholds, stage) && isAskedFor(rule.askedForBy(stage), pattern)
                ? thresholds.after(rule.id(), stage)
                : NEVER;
    }

    private Instant countedFrom(Watch watch) {
        var deadline = watch.deadline();
        var from = deadline == null ? watch.anchor().at() : DueDay.endsAt(deadline, zone);
        return from.isAfter(LATEST) ? LATEST : from;
    }

    private static Stream<DueTime> within(Span span, Instant from, Duration after) {
        var begins = span.from().isAfter(from) ? span.from() : from;
        var due = begins.plus(after);
        return span.isOpenAt(due)
                ? Stream.of(new DueTime(begins, due, span.until()))
                : Stream.empty();
    }

    private boolean isAskedFor(@Nullable String criterion, String pattern) {
        return criterion == null
                || patterns.stream()
                        .filter(template -> template.pattern().equals(pattern))
                        .allMatch(template -> template.requires().contains(criterion));
    }
}
