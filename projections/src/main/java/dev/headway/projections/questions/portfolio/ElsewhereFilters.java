package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.questions.gates.NextGateTable;
import dev.headway.projections.questions.partners.PartneredWith;
import dev.headway.projections.questions.waivers.WaitingWaivers;
import dev.headway.projections.watching.alerts.OpenAlerts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to that other questions know: open alerts, the gate ahead, waivers,
 * partners; null, in any of them, is no narrowing.
 *
 * @param criteriaHeldAtLeast how many criteria of the gate ahead are held at least
 * @param criterionUnmet one of which the gate ahead asks for, and does not have
 * @param partnerId the company that it is with, or with one that was merged into that
 */
record ElsewhereFilters(
        String @Nullable [] openRules,
        @Nullable Integer criteriaHeldAtLeast,
        String @Nullable [] criterionUnmet,
        @Nullable Boolean waiversWaiting,
        @Nullable String partnerId) {

    private static final List<String> RULES =
            DefaultThresholds.ALL.stream().map(Threshold::rule).distinct().toList();

    static ElsewhereFilters of(QueryParameters query) {
        return new ElsewhereFilters(
                query.anyOf("openRule", RULES),
                query.number("criteriaHeldAtLeast", 0, Criteria.ALL.size()),
                query.anyLike("criterionUnmet", Criteria::isId, Criteria.ID),
                query.flag("waiversWaiting"),
                query.text("partnerId"));
    }

    /** Whether something of a stage may be found: where no gate is ahead, none lacks anything. */
    boolean mayFindIn(Stage stage) {
        return switch (stage) {
            case PROSPECT, PILOT, LAUNCH -> true;
            case SCALED, SUNSET -> criteriaHeldAtLeast == null && criterionUnmet == null;
        };
    }

    List<SemiJoin> at(Instant now) {
        var joins = new ArrayList<SemiJoin>();
        if (openRules != null) {
            joins.add(
                    new SemiJoin(
                            "alert",
                            OpenAlerts.isOpenUnder(":open_rules"),
                            Map.of("open_rules", openRules),
                            true));
        }
        if (criteriaHeldAtLeast != null || criterionUnmet != null) {
            joins.add(gate(now));
        }
        if (waiversWaiting != null) {
            joins.add(new SemiJoin("waiver", WaitingWaivers.IS_WAITING, Map.of(), waiversWaiting));
        }
        if (partnerId != null) {
            joins.add(
                    new SemiJoin(
                            PartneredWith.TABLE,
                            PartneredWith.isWith(":partner_id"),
                            Map.of("partner_id", partnerId),
                            true));
        }
        return joins;
    }

    private SemiJoin gate(Instant now) {
        var parameters = new HashMap<String, Object>();
        parameters.put("gate_now", now.atOffset(ZoneOffset.UTC));
        if (criteriaHeldAtLeast != null) {
            parameters.put("held", criteriaHeldAtLeast);
        }
        if (criterionUnmet != null) {
            parameters.put("unmet", criterionUnmet);
        }
        return new SemiJoin(
                "next_gate",
                NextGateTable.condition(criteriaHeldAtLeast, criterionUnmet),
                parameters,
                true);
    }
}
