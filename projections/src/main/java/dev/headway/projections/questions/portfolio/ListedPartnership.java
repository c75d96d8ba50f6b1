package dev.headway.projections.questions.portfolio;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.projections.questions.gates.NextGateTable.CriteriaHeld;
import dev.headway.projections.questions.nextsteps.NextStep;
import dev.headway.projections.watching.standstill.StandsStill.StandStill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of the list, and what other questions know of it.
 *
 * @param partnerId the company that it is with; null where the past was asked about
 * @param nextStep the open step that is due soonest, or null without one
 * @param openRules the rules of the alerts that wait to be acted on; null where the past was asked
 *     about
 * @param criteriaHeld of the gate ahead; null where no stage lies ahead, or the past was asked
 *     about
 * @param standsStill why; null where it does not, or the past was asked about
 * @param factsRecordedLater how much of what had happened by the time that is asked about was
 *     recorded only afterwards; null for none, and for the present
 */
public record ListedPartnership(
        @JsonUnwrapped PortfolioItem item,
        @Nullable String partnerId,
        @Nullable NextStep nextStep,
        @Nullable List<String> openRules,
        @Nullable CriteriaHeld criteriaHeld,
        @Nullable StandStill standsStill,
        @Nullable Integer factsRecordedLater) {

    /** As it was: other questions know the present alone. */
    public static ListedPartnership ofPast(
            PortfolioItem item, @Nullable NextStep nextStep, int factsRecordedLater) {
        return new ListedPartnership(
                item,
                null,
                nextStep,
                null,
                null,
                null,
                factsRecordedLater == 0 ? null : factsRecordedLater);
    }
}
