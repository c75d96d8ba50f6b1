package dev.headway.projections.questions.portfolio;

import dev.headway.projections.questions.gates.NextGateTable;
import dev.headway.projections.questions.gates.NextGateTable.CriteriaHeld;
import dev.headway.projections.questions.nextsteps.NextStep;
import dev.headway.projections.watching.alerts.OpenAlerts;
import dev.headway.projections.watching.standstill.StandsStill.StandStill;
import dev.headway.projections.watching.standstill.WhyDoTheyStandStill;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What other questions know of partnerships at present: one statement for each question, however
 * many partnerships it is about.
 */
@Component
public class AnswersBeside {

    private final OpenAlerts alerts;
    private final NextGateTable gates;
    private final WhyDoTheyStandStill standing;

    public AnswersBeside(OpenAlerts alerts, NextGateTable gates, WhyDoTheyStandStill standing) {
        this.alerts = alerts;
        this.gates = gates;
        this.standing = standing;
    }

    /** What is known, by partnership. */
    public record Known(
            Map<String, OpenAlerts.Open> open,
            Map<String, CriteriaHeld> held,
            Map<String, StandStill> still) {

        /** How many alerts of one wait to be acted on. */
        public int alerts(String id) {
            return waiting(id).alerts();
        }

        /** An item of a partnership with what is known beside it. */
        public ListedPartnership beside(PortfolioItem item, @Nullable NextStep next) {
            var id = item.id();
            return new ListedPartnership(
                    item, next, waiting(id).rules(), held.get(id), still.get(id), null);
        }

        private OpenAlerts.Open waiting(String id) {
            return open.getOrDefault(id, OpenAlerts.Open.NONE);
        }
    }

    public Known of(Collection<String> partnerships, Instant now) {
        return new Known(
                alerts.of(partnerships),
                gates.of(partnerships, now),
                standing.of(partnerships, now));
    }
}
