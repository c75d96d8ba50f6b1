package dev.headway.projections.questions.nextsteps;

import dev.headway.contracts.Side;
import dev.headway.projections.querying.OwnerFilter;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.csv.CsvColumns;
import dev.headway.projections.questions.Moment;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * What the list of open steps is narrowed to.
 *
 * @param sides null for both
 * @param now when it is asked
 */
record StepFilters(OwnerFilter owner, String @Nullable [] sides, DueWindow due, Moment now) {

    static final CsvColumns<OpenStep> COLUMNS =
            CsvColumns.<OpenStep>none()
                    .with("stepId", OpenStep::stepId)
                    .with("partnershipId", OpenStep::partnershipId)
                    .with("partnershipName", OpenStep::partnershipName)
                    .with("title", OpenStep::title)
                    .with("owner", OpenStep::owner)
                    .with("side", OpenStep::side)
                    .with("dueOn", OpenStep::dueOn)
                    .with("overdue", OpenStep::overdue);

    static StepFilters of(QueryParameters query, Principal caller, Moment now) {
        return new StepFilters(
                OwnerFilter.of(query, caller),
                query.anyOf("side", QueryParameters.names(Side.class)),
                DueWindow.of(query, now),
                now);
    }
}
