package dev.headway.projections.watching;

import dev.headway.contracts.DefaultThresholds;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * After how long each rule is due: what the program says, and the defaults for what it leaves out.
 */
final class Thresholds {

    /** A threshold of a thousand years is never; longer ones would leave PostgreSQL's calendar. */
    private static final Duration NEVER = Duration.ofDays(365_000);

    /** A promise for the year ten thousand is as good as one for any later one. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final List<Threshold> byPrecedence;
    private final List<PatternTemplate> patterns;

    /** Asked for with every event; the program says it in words. */
    private final Map<Key, Duration> known = new ConcurrentHashMap<>();

    private record Key(String rule, Stage stage) {}

    Thresholds(List<Threshold> program, List<PatternTemplate> patterns) {
        this.patterns = patterns;
        byPrecedence = new ArrayList<>(program);
        byPrecedence.addAll(DefaultThresholds.ALL);
    }

    Instant due(Watch watch) {
        var from = watch.anchor().at();
        return (from.isAfter(LATEST) ? LATEST : from)
                .plus(after(watch.rule(), watch.stage(), watch.pattern()));
    }

    /** Never, where the pattern's template does not ask for what the rule watches. */
    Duration after(Rule rule, Stage stage, String pattern) {
        return isAskedFor(rule.askedForBy(stage), pattern)
                ? known.computeIfAbsent(new Key(rule.id(), stage), this::after)
                : NEVER;
    }

    private boolean isAskedFor(@Nullable String criterion, String pattern) {
        return criterion == null
                || patterns.stream()
                        .filter(template -> template.pattern().equals(pattern))
                        .allMatch(template -> template.requires().contains(criterion));
    }

    private Duration after(Key key) {
        return Stream.concat(setFor(key.rule(), key.stage().name()), setFor(key.rule(), null))
                .flatMap(Thresholds::duration)
                .findFirst()
                .orElse(NEVER);
    }

    private Stream<Threshold> setFor(String rule, @Nullable String stage) {
        return byPrecedence.stream()
                .filter(each -> each.rule().equals(rule) && Objects.equals(each.stage(), stage));
    }

    /** What cannot be read counts as not set: an event must not stop its projection for ever. */
    private static Stream<Duration> duration(Threshold threshold) {
        try {
            var after = Duration.parse(threshold.after());
            return Stream.of(after.compareTo(NEVER) > 0 ? NEVER : after);
        } catch (DateTimeParseException _) {
            return Stream.empty();
        }
    }
}
