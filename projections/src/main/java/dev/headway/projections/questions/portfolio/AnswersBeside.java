package dev.headway.projections.questions.portfolio;

import dev.headway.projections.questions.gates.NextGateTable;
import dev.headway.projections.questions.gates.NextGateTable.CriteriaHeld;
import dev.headway.projections.questions.nextsteps.NextStep;
import dev.headway.projections.questions.partners.PartneredWith;
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

    private final PartneredWith partners;

    public AnswersBeside(
            OpenAlerts alerts,
            NextGateTable gates,
            WhyDoTheyStandStill standing,
            PartneredWith partners) {
        this.alerts = alerts;
        this.gates = gates;
        this.standing = standing;
        this.partners = partners;
    }

    /** What is known, by partnership. */
    public record Known(
            Map<String, OpenAlerts.Open> open,
            Map<String, CriteriaHeld> held,
            Map<String, StandStill> still,
            Map<String, String> partners) {

        /** How many alerts of one wait to be acted on. */
        public int alerts(String id) {
            return waiting(id).alerts();
        }

        /** An item of a partnership with what is known beside it. */
        public ListedPartnership beside(PortfolioItem item, @Nullable NextStep next) {
            var id = item.id();
            return new ListedPartnership(
                    item,
                    partners.get(id),
                    next,
                    waiting(id).rules(),
                    held.get(id),
                    still.get(id),
                    null);
        }

        private OpenAlerts.Open waiting(String id) {
            return open.getOrDefault(id, OpenAlerts.Open.NONE);
        }
    }

    public Known of(Collection<String> partnerships, Instant now) {
        return new Known(
                alerts.of(partnerships),
                gates.of(partnerships, now),
                standing.of(partnerships, now),
                partners.of(partnerships));
    }
}
