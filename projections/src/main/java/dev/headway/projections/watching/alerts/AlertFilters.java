package dev.headway.projections.watching.alerts;

import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.OwnerFilter;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.watching.rules.Rule.Severity;
import dev.headway.projections.watching.rules.Rules;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the list of alerts is narrowed to, and its order; null, in any of them, is no narrowing.
 *
 * @param rules those asked for that are as bad as was asked for
 * @param voided whether those of voided partnerships are asked for, instead of the others
 */
record AlertFilters(
        String @Nullable [] rules,
        String @Nullable [] statuses,
        @Nullable String partnership,
        OwnerFilter owner,
        Concern concern,
        boolean voided,
        AlertSort sort) {

    static final String[] ALL_STATUSES =
            QueryParameters.names(AlertStatus.class).toArray(String[]::new);

    static final List<String> ALL_RULES =
            DefaultThresholds.ALL.stream().map(Threshold::rule).distinct().toList();

    static AlertFilters of(
            QueryParameters query, Principal caller, HeldRelationships relationships) {
        var sort = query.oneOf("sort", AlertSort.parameters(), AlertSort.DEFAULT);
        return of(query, caller, relationships, AlertSort.of(sort));
    }

    /** The same where there is nothing to be put in order. */
    static AlertFilters unsorted(
            QueryParameters query, Principal caller, HeldRelationships relationships) {
        return of(query, caller, relationships, AlertSort.of(AlertSort.DEFAULT));
    }

    private static AlertFilters of(
            QueryParameters query,
            Principal caller,
            HeldRelationships relationships,
            AlertSort sort) {
        var rules = query.anyOf("rule", ALL_RULES);
        var severities = query.anyOf("severity", QueryParameters.names(Severity.class));
        return new AlertFilters(
                severities == null ? rules : asBad(rules, List.of(severities)),
                query.anyOf("status", QueryParameters.names(AlertStatus.class)),
                query.text("partnership"),
                OwnerFilter.of(query, caller),
                Concern.of(query, caller, relationships),
                Boolean.TRUE.equals(query.flag("voided")),
                sort);
    }

    /** Each rule is as bad as it is: to ask for how bad is to ask for rules. */
    private static String[] asBad(String @Nullable [] rules, List<String> severities) {
        return (rules == null ? ALL_RULES.stream() : Arrays.stream(rules))
                .filter(
                        rule ->
                                Rules.severityOf(rule)
                                        .filter(each -> severities.contains(each.name()))
                                        .isPresent())
                .toArray(String[]::new);
    }

    /** Whether they are so few that they are found first and then put in order. */
    boolean areFew() {
        return partnership != null || owner.isOfOne() || concern.isOfOne() || voided;
    }

    /** As conditions on table {@code alert}, but for rules and states. */
    Conditions conditions() {
        var conditions =
                new Conditions()
                        .and("partnership_id = :partnership", "partnership", partnership)
                        .and(voided ? OfVoided.only() : OfVoided.none());
        owner.narrow(conditions, "owner_key");
        concern.narrow(conditions);
        return conditions;
    }
}
