package dev.headway.projections.watching.tracking;

import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.tables.RowJson;
import dev.headway.projections.watching.rules.DueAfter;
import dev.headway.projections.watching.rules.DueDates;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How many partnerships would change their status, rule by rule, if the program had these
 * thresholds? Asked before a change is made; changes nothing.
 */
@RestController
public class WhatWouldThisPolicyChange {

    /** The projection it answers from. */
    public static final String READS_FROM = WatchedPartnerships.NAME;

    private final JdbcClient database;
    private final SpansUnderPolicies spans;
    private final ProgramInForce program;
    private final Clock clock;

    WhatWouldThisPolicyChange(
            JdbcClient database, SpansUnderPolicies spans, ProgramInForce program, Clock clock) {
        this.database = database;
        this.spans = spans;
        this.program = program;
        this.clock = clock;
    }

    private static final Difference NOTHING = new Difference("", 0, 0, 0, 0);

    /**
     * What changes about one rule, in partnerships.
     *
     * @param now for how many it is due
     * @param then for how many it would be
     * @param wouldRaise for how many of those it is not due now
     * @param wouldResolve for how many it is due now and would no longer be
     */
    public record Difference(String rule, long now, long then, long wouldRaise, long wouldResolve) {

        Difference and(Difference more) {
            return new Difference(
                    rule,
                    now + more.now,
                    then + more.then,
                    wouldRaise + more.wouldRaise,
                    wouldResolve + more.wouldResolve);
        }
    }

    /** One for every rule that is watched. */
    record Differences(List<Difference> items) {}

    /** For whoever may preview the program: it can cost as much as a change of it. */
    @PreAuthorize("hasRole('ADMIN')")
    @ReadsFrom(READS_FROM)
    @GetMapping("/api/v1/rules/preview")
    Differences answer(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters("rules-preview", parameters);
        var wanted = WatchedPolicy.of(query);
        query.throwIfInvalid();
        return new Differences(answer(wanted.thresholds(), wanted.patterns()));
    }

    /** Every rule that is watched, also where nothing would change. */
    public List<Difference> answer(List<Threshold> thresholds, List<PatternTemplate> patterns) {
        var now = clock.instant();
        var zone = program.dates().zone();
        var later = new DueDates(new Thresholds(thresholds), patterns, zone);
        var ofSpans = spans.differences(program.policy(), later, now);
        return ofRows(later, now).stream()
                .map(each -> each.and(ofSpans.getOrDefault(each.rule(), NOTHING)))
                .toList();
    }

    /** What nothing but events and policies end. */
    private List<Difference> ofRows(DueDates later, Instant now) {
        return database.sql(
                        """
                        with policy as (
                            select *
                            from   jsonb_to_recordset(cast(:policy as jsonb)) as given (
                                       rule    text,
                                       stage   text,
                                       pattern text,
                                       seconds double precision)),
                        evaluated as (
                            select   policy.rule,
                                     bool_or(due_at <= :now
                                             and (ends_at is null or ends_at > :now)) as is_due,
                                     bool_or(anchor_at + make_interval(secs => seconds) <= :now
                                             and (ends_at is null or ends_at > :now))
                                                                                as would_be_due
                            from     policy
                                     left join (select *
                                                from   watch
                                                where  due_times is null) watch
                                               using (rule, stage, pattern)
                            group by policy.rule, partnership_id)
                        select   rule,
                                 count(*) filter (where is_due)                      as now,
                                 count(*) filter (where would_be_due)                as later,
                                 count(*) filter (where would_be_due and not is_due) as raised,
                                 count(*) filter (where is_due and not would_be_due) as resolved
                        from     evaluated
                        group by rule
                        order by rule
                        """)
                .param("policy", RowJson.write(DueAfter.underPolicy(later)))
                .param("now", Timestamp.from(now))
                .query(
                        (row, _) ->
                                new Difference(
                                        row.getString("rule"),
                                        row.getLong("now"),
                                        row.getLong("later"),
                                        row.getLong("raised"),
                                        row.getLong("resolved")))
                .list();
    }
}
