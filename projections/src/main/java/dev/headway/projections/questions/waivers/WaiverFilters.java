package dev.headway.projections.questions.waivers;

import dev.headway.contracts.policy.Criteria;
import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.questions.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to, and its order; null is no narrowing.
 *
 * @param sort the column, and whether downwards
 */
record WaiverFilters(
        String @Nullable [] statuses,
        String @Nullable [] criteria,
        @Nullable String partnership,
        Sort sort) {

    private static final List<String> SORTS =
            List.of("-requestedAt", "requestedAt", "expiresOn", "-expiresOn");

    /** By a column, in its direction. */
    record Sort(String column, boolean isDescending) {

        static Sort of(String asked) {
            return new Sort(
                    asked.endsWith("expiresOn") ? "expires_on" : "requested_at",
                    asked.startsWith("-"));
        }

        String direction() {
            return isDescending ? "desc" : "asc";
        }
    }

    static WaiverFilters of(QueryParameters query) {
        return new WaiverFilters(
                query.anyOf("status", QueryParameters.names(WaiverStatus.class)),
                query.anyLike("criterion", Criteria::isId, Criteria.ID),
                query.text("partnership"),
                Sort.of(query.oneOf("sort", SORTS, "-requestedAt")));
    }

    /** As conditions on table {@code waiver}. */
    Conditions conditions(Moment now) {
        var conditions =
                new Conditions()
                        .and("not moot")
                        .and("criterion = any(:criteria)", "criteria", criteria)
                        .and("partnership_id = :partnership", "partnership", partnership);
        if (statuses != null) {
            conditions.and(
                    Arrays.stream(statuses)
                            .map(WaiverStatus::valueOf)
                            .map(WaiverFilters::is)
                            .collect(Collectors.joining(" or ", "(", ")")));
        }
        return conditions.with("today", now.today()).with("now", now.now());
    }

    /** True for what has expired by then. */
    static String isOver() {
        return Moment.over("expires_on", ":today", ":now");
    }

    private static String is(WaiverStatus status) {
        return switch (status) {
            case REQUESTED -> "status = 'REQUESTED'";
            case GRANTED -> "(status = 'GRANTED' and not " + isOver() + ")";
            case REFUSED -> "status = 'REFUSED'";
            case EXPIRED -> "(status = 'GRANTED' and " + isOver() + ")";
        };
    }
}
