package dev.headway.projections.watching.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How precise are the rules? An alert that cries wolf is muted, so each rule says how many of its
 * alerts were acted on, and how many were dismissed.
 */
@RestController
class HowPreciseAreTheRules {

    private final AlertQueries alerts;

    HowPreciseAreTheRules(AlertQueries alerts) {
        this.alerts = alerts;
    }

    record RuleList(List<RuleFigures> items) {}

    /**
     * One rule, and what became of its alerts.
     *
     * @param complaint as in "Acme <i>is a ghost town</i>"
     * @param relief what resolves an alert of it
     * @param escalated of all that were raised, how many nobody acknowledged in time
     * @param actedOn acknowledged, or resolved by an event; not dismissed
     * @param precision acted on, of those acted on or dismissed: 0 to 1; none before the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleFigures(
            String rule,
            String severity,
            String complaint,
            String relief,
            long raised,
            long open,
            long acknowledged,
            long snoozed,
            long resolved,
            long dismissed,
            long escalated,
            long actedOn,
            @Nullable BigDecimal precision) {}

    @MayRead
    @ReadsFrom({AlertLifecycle.POSITION, WatchedPartnerships.NAME})
    @GetMapping("/api/v1/rules")
    RuleList answer() {
        var counted = alerts.countsByRule();
        return new RuleList(
                Rules.ALL.stream()
                        .map(
                                rule ->
                                        figures(
                                                rule,
                                                counted.getOrDefault(rule.id(), RuleCounts.NONE)))
                        .toList());
    }

    private static RuleFigures figures(Rule rule, RuleCounts counts) {
        return new RuleFigures(
                rule.id(),
                rule.severity().name(),
                rule.complaint().ofOne(),
                rule.relief(),
                counts.raised(),
                counts.open(),
                counts.acknowledged(),
                counts.snoozed(),
                counts.resolved(),
                counts.dismissed(),
                counts.escalated(),
                counts.actedOn(),
                counts.precision());
    }
}
