package dev.headway.projections.watching.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.querying.InvalidQueryException;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.watching.rules.DueAfter;
import dev.headway.projections.watching.rules.DueDates;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A policy that is asked about in a query is the one that was meant. */
class WatchedPolicyTest {

    /** What a server takes of a request's head is 8 KiB, and a token is in it as well. */
    private static final int A_FEW_KILOBYTES = 5_000;

    @Test
    void rules_are_due_as_under_the_policy_that_was_written() {
        var policy =
                new WatchedPolicy(
                        List.of(
                                new Threshold("ghost-town", null, "P60D"),
                                new Threshold("ghost-town", "PILOT", "PT36H0.5S"),
                                new Threshold("one-person-carries", null, "P3700D")),
                        List.of(
                                new PatternTemplate("REFERRAL", List.of(), 14),
                                new PatternTemplate(
                                        "RESELL", List.of("pilot-scoped", "all-seats-filled"), 30),
                                new PatternTemplate(
                                        "CO_DELIVERY", List.of("relationship-seat-filled"), null)));

        assertThat(due(read(policy.parameters()))).isEqualTo(due(policy));
        assertThat(due(policy)).isNotEqualTo(due(new WatchedPolicy(List.of(), List.of())));
    }

    @Test
    void the_longest_policy_is_asked_about_in_a_few_kilobytes() {
        var thresholds =
                DefaultThresholds.ALL.stream()
                        .map(Threshold::rule)
                        .distinct()
                        .flatMap(
                                rule ->
                                        Stream.concat(
                                                Stream.of(new Threshold(rule, null, longest())),
                                                Stream.of(Stage.values())
                                                        .map(
                                                                stage ->
                                                                        new Threshold(
                                                                                rule,
                                                                                stage.name(),
                                                                                longest()))))
                        .toList();
        var patterns =
                Stream.of(Pattern.values())
                        .map(each -> new PatternTemplate(each.name(), Criteria.ALL, 366))
                        .toList();
        var policy = new WatchedPolicy(thresholds, patterns);

        assertThat(due(read(policy.parameters()))).isEqualTo(due(policy));
        assertThat(
                        policy.parameters().entrySet().stream()
                                .flatMap(
                                        each -> each.getValue().stream().map(each.getKey()::concat))
                                .mapToInt(each -> each.length() + "=&".length())
                                .sum())
                .isLessThan(A_FEW_KILOBYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threshold=full-moon:P1D",
                "threshold=ghost-town",
                "threshold=ghost-town:soon",
                "threshold=ghost-town:P4000D",
                "threshold=ghost-town:NOWHERE:P1D",
                "threshold=ghost-town:PILOT:P1D:P2D",
                "threshold=:P1D",
                "pattern=BARTER",
                "pattern=RESELL:",
                "pattern=RESELL:no-such",
                "pattern=RESELL:pilot-scoped:x",
                "policy=none"
            })
    void what_is_no_policy_is_refused(String query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add(query.replaceAll("=.*", ""), query.replaceAll("^[^=]*=", ""));

        assertThatThrownBy(() -> read(parameters)).isInstanceOf(InvalidQueryException.class);
    }

    private static String longest() {
        return "P00000000000003699DT23H59M59.999999999S";
    }

    private static WatchedPolicy read(MultiValueMap<String, String> parameters) {
        var query = new QueryParameters("rules-preview", parameters);
        var policy = WatchedPolicy.of(query);
        query.throwIfInvalid();
        return policy;
    }

    private static List<DueAfter> due(WatchedPolicy policy) {
        return DueAfter.underPolicy(
                new DueDates(
                        new Thresholds(policy.thresholds()), policy.patterns(), ZoneOffset.UTC));
    }
}
