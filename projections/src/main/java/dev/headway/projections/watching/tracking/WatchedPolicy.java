package dev.headway.projections.watching.tracking;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.watching.rules.Rules;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A policy, as far as it says when rules are due, in a query: {@code threshold=ghost-town:P45D},
 * {@code threshold=steps-unsecured:LAUNCH:P7D} for one stage, {@code
 * pattern=RESELL:all-seats-filled} for what a pattern asks for. What it leaves open is as it is out
 * of the box.
 */
public record WatchedPolicy(List<Threshold> thresholds, List<PatternTemplate> patterns) {

    private static final String THRESHOLD = "threshold";
    private static final String PATTERN = "pattern";

    private static final Set<String> RULES =
            DefaultThresholds.ALL.stream().map(Threshold::rule).collect(Collectors.toSet());

    /** Of all that a pattern may ask for, what a rule hangs on. */
    private static final Set<String> ASKED_FOR_BY =
            Rules.ALL.stream()
                    .flatMap(rule -> Stream.of(Stage.values()).map(rule::askedForBy))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());

    private static final int MOST_THRESHOLDS = RULES.size() * (Stage.values().length + 1);
    private static final int MOST_PATTERNS = Pattern.values().length;

    /** What is wrong stays to be thrown. */
    static WatchedPolicy of(QueryParameters query) {
        return new WatchedPolicy(
                read(
                        query,
                        THRESHOLD,
                        MOST_THRESHOLDS,
                        WatchedPolicy::threshold,
                        "must be a rule, a stage where it is of one, and an ISO-8601 duration of up"
                                + " to ten years, as ghost-town:P60D or steps-unsecured:LAUNCH:P7D"),
                read(
                        query,
                        PATTERN,
                        MOST_PATTERNS,
                        WatchedPolicy::template,
                        "must be a pattern and the criteria it asks for, as"
                                + " RESELL:pilot-scoped,all-seats-filled"));
    }

    /** Asked so; short, whatever else the policy says, and however it is written. */
    public MultiValueMap<String, String> parameters() {
        var parameters = new LinkedMultiValueMap<String, String>();
        thresholds.forEach(each -> parameters.add(THRESHOLD, written(each)));
        patterns.forEach(each -> parameters.add(PATTERN, written(each)));
        return parameters;
    }

    private static String written(Threshold threshold) {
        return Stream.of(
                        threshold.rule(),
                        threshold.stage(),
                        Duration.parse(threshold.after()).toString())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(":"));
    }

    private static String written(PatternTemplate template) {
        var watched =
                template.requires().stream()
                        .filter(ASKED_FOR_BY::contains)
                        .distinct()
                        .collect(Collectors.joining(","));
        return watched.isEmpty() ? template.pattern() : template.pattern() + ":" + watched;
    }

    private static <T> List<T> read(
            QueryParameters query,
            String name,
            int most,
            Function<List<String>, Optional<T>> reading,
            String form) {
        var texts = query.texts(name, most);
        var read =
                texts.stream()
                        .map(text -> List.of(text.split(":", -1)))
                        .flatMap(parts -> reading.apply(parts).stream())
                        .toList();
        if (read.size() < texts.size()) {
            query.reject(name, form);
        }
        return read;
    }

    private static Optional<Threshold> threshold(List<String> parts) {
        var isOfStage = parts.size() == 3;
        return (isOfStage || parts.size() == 2)
                        && RULES.contains(parts.getFirst())
                        && (!isOfStage || isOne(Stage.values(), parts.get(1)))
                        && Thresholds.isThreshold(parts.getLast())
                ? Optional.of(
                        new Threshold(
                                parts.getFirst(), isOfStage ? parts.get(1) : null, parts.getLast()))
                : Optional.empty();
    }

    private static Optional<PatternTemplate> template(List<String> parts) {
        var requires =
                parts.size() == 2 ? Arrays.asList(parts.get(1).split(",", -1)) : List.<String>of();
        return parts.size() <= 2
                        && isOne(Pattern.values(), parts.getFirst())
                        && Criteria.ALL.containsAll(requires)
                ? Optional.of(new PatternTemplate(parts.getFirst(), requires, null))
                : Optional.empty();
    }

    private static boolean isOne(Enum<?>[] words, String text) {
        return Arrays.stream(words).anyMatch(word -> word.name().equals(text));
    }
}
