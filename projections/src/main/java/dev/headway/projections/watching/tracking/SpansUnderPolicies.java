package dev.headway.projections.watching.tracking;

import dev.headway.projections.watching.facts.WatchedFacts;
import dev.headway.projections.watching.rules.DueDates;
import dev.headway.projections.watching.rules.OnePersonCarries;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.projections.watching.rules.Watch;
import dev.headway.projections.watching.tracking.WhatWouldThisPolicyChange.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What another policy would change about watches that time alone can end: a row keeps only the
 * times that are due under the policy in force, so they are asked for anew, of the facts.
 */
@Component
class SpansUnderPolicies {

    private static final int AT_ONCE = 500;

    private final WatchedPartnershipTable tables;
    private final MoversInHistory moversInHistory;

    SpansUnderPolicies(WatchedPartnershipTable tables, MoversInHistory moversInHistory) {
        this.tables = tables;
        this.moversInHistory = moversInHistory;
    }

    /** By rule; without those of which nothing is watched. */
    Map<String, Difference> differences(WatchPolicy policy, DueDates later, Instant now) {
        var isAsked = policy.asksWhoMoved() || OnePersonCarries.isAskedFor(later.thresholds());
        var differences = new HashMap<String, Difference>();
        for (var some : chunks(tables.withSpans(isAsked))) {
            for (var each : tables.read(some).values()) {
                var facts = isAsked ? withMovers(each) : each.facts();
                Rules.watches(facts)
                        .filter(watch -> watch.spans() != null)
                        .collect(Collectors.groupingBy(watch -> watch.rule().id()))
                        .forEach(
                                (rule, watches) ->
                                        differences.merge(
                                                rule,
                                                difference(rule, watches, policy, later, now),
                                                Difference::and));
            }
        }
        return differences;
    }

    private WatchedFacts withMovers(TrackedPartnership tracked) {
        var facts = tracked.facts();
        return facts.stage().isLaunched()
                ? facts.withMovers(moversInHistory.of(tracked.partnershipId()))
                : facts;
    }

    private static Difference difference(
            String rule, List<Watch> watches, WatchPolicy policy, DueDates later, Instant now) {
        var isDue = watches.stream().anyMatch(each -> policy.dates().isDue(each, now));
        var wouldBe = watches.stream().anyMatch(each -> later.isDue(each, now));
        return new Difference(
                rule,
                count(isDue),
                count(wouldBe),
                count(wouldBe && !isDue),
                count(isDue && !wouldBe));
    }

    private static long count(boolean one) {
        return one ? 1 : 0;
    }

    private static List<List<String>> chunks(List<String> all) {
        var chunks = new ArrayList<List<String>>();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return chunks;
    }
}
