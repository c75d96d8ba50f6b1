package dev.headway.projections.watching.rules;

import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.Stage;
import dev.headway.contracts.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When each watch is due under a policy: its anchor plus its rule's threshold, if the pattern's
 * template asks for what the rule watches.
 */
public record DueDates(Thresholds thresholds, List<PatternTemplate> patterns) {

    /** A thousand years are never; longer ones would leave PostgreSQL's calendar. */
    private static final Duration NEVER = Duration.ofDays(365_000);

    /** A promise for the year ten thousand is as good as one for any later one. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public Instant due(Watch watch) {
        var from = watch.anchor().at();
        return (from.isAfter(LATEST) ? LATEST : from)
                .plus(after(watch.rule(), watch.stage(), watch.pattern()));
    }

    public Duration after(Rule rule, Stage stage, String pattern) {
        return isAskedFor(rule.askedForBy(stage), pattern)
                ? thresholds.after(rule.id(), stage)
                : NEVER;
    }

    private boolean isAskedFor(@Nullable String criterion, String pattern) {
        return criterion == null
                || patterns.stream()
                        .filter(template -> template.pattern().equals(pattern))
                        .allMatch(template -> template.requires().contains(criterion));
    }
}
