package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Classification;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import dev.headway.projections.querying.QueryParameters;
import org.jspecify.annotations.Nullable;

/** What the list is narrowed to; null, in any of them, is no narrowing. */
record PortfolioFilters(
        String @Nullable [] stages,
        String @Nullable [] patterns,
        String @Nullable [] types,
        String @Nullable [] classifications,
        @Nullable String owner,
        @Nullable Boolean ghost,
        @Nullable Boolean stepsSecured,
        boolean voided,
        @Nullable String q) {

    static PortfolioFilters of(QueryParameters query) {
        return new PortfolioFilters(
                query.anyOf("stage", QueryParameters.names(Stage.class)),
                query.anyOf("pattern", QueryParameters.names(Pattern.class)),
                query.anyOf("type", QueryParameters.names(PartnerType.class)),
                query.anyOf("classification", QueryParameters.names(Classification.class)),
                query.text("owner"),
                query.flag("ghost"),
                query.flag("stepsSecured"),
                Boolean.TRUE.equals(query.flag("voided")),
                query.text("q"));
    }
}
