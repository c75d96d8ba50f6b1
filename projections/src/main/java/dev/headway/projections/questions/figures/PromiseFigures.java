package dev.headway.projections.questions.figures;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.questions.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of claims and bends, and the pile of exceptions. */
@Component
class PromiseFigures {

    private final JdbcClient database;
    private final BusinessCalendar calendar;

    PromiseFigures(JdbcClient database, BusinessCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * The newest leverage claim of every life.
     *
     * @param settled a measurement reached the target
     * @param unsettled none did, so far
     * @param overdue those of the unsettled whose date has passed
     */
    record Claims(int settled, int unsettled, int overdue) {}

    /** Granted waivers, in all, by the pattern of the partnership then, and by who granted them. */
    record Exceptions(
            int granted,
            int outOfCompliance,
            List<OfPattern> patterns,
            List<OfApprover> approvers) {}

    /**
     * @param pattern null where none was chosen
     * @param outOfCompliance those that expired and that nothing replaces
     */
    record OfPattern(@Nullable String pattern, int granted, int outOfCompliance) {}

    /**
     * @param outOfCompliance those that expired and that nothing replaces
     */
    record OfApprover(String approver, int granted, int outOfCompliance) {}

    /** Partnerships that are called strategic, and for which nothing has been bent yet. */
    record InNameOnly(int count, List<String> partnershipIds) {}

    private record ExceptionRow(@Nullable String word, int granted, int outOfCompliance) {}

    Claims claims(Instant at) {
        var now = Moment.of(at, calendar.zone());
        return database.sql(
                        """
                        select count(*) filter (where claim_settled)     as settled,
                               count(*) filter (where not claim_settled) as unsettled,
                               count(*) filter (where not claim_settled
                                                and   ${over}) as overdue
                        from   life_figures
                        where  claim_due_on is not null
                        """
                                .replace("${over}", Moment.over("claim_due_on", ":today", ":now")))
                .param("today", now.today())
                .param("now", now.now())
                .query(Claims.class)
                .single();
    }

    Exceptions exceptions(Instant now) {
        var patterns = exceptionsBy("pattern", now);
        return new Exceptions(
                patterns.stream().mapToInt(ExceptionRow::granted).sum(),
                patterns.stream().mapToInt(ExceptionRow::outOfCompliance).sum(),
                patterns.stream()
                        .map(each -> new OfPattern(each.word, each.granted, each.outOfCompliance))
                        .toList(),
                exceptionsBy("approver", now).stream()
                        .map(
                                each ->
                                        new OfApprover(
                                                String.valueOf(each.word),
                                                each.granted,
                                                each.outOfCompliance))
                        .toList());
    }

    /** A life that has ended is out of nothing any more. */
    private List<ExceptionRow> exceptionsBy(String by, Instant at) {
        var now = Moment.of(at, calendar.zone());
        return database.sql(
                        """
                        with granted as (
                            select stage, waiver.pattern, waiver.approver,
                                   bool_and(${over}) over (partition by partnership_id, life,
                                                                        waiver.criterion)
                                       as uncovered
                            from   life_figures
                                   cross join lateral jsonb_to_recordset(waivers)
                                   as waiver (criterion text, expires_on timestamptz,
                                              pattern text, approver text)
                            where  waiver.approver is not null)
                        select   ${by}    as word,
                                 count(*) as granted,
                                 count(*) filter (where stage <> 'SUNSET'
                                                  and   uncovered) as out_of_compliance
                        from     granted
                        group by ${by}
                        order by ${by}
                        """
                                .replace("${by}", by)
                                .replace(
                                        "${over}",
                                        Moment.over("waiver.expires_on", ":today", ":now")))
                .param("today", now.today())
                .param("now", now.now())
                .query(new SimplePropertyRowMapper<>(ExceptionRow.class))
                .list();
    }

    InNameOnly strategicWithoutBend() {
        var ids =
                database.sql(
                                """
                                select   partnership_id
                                from     life_figures
                                where    classification = 'STRATEGIC'
                                and      stage <> 'SUNSET'
                                and      not bend_delivered
                                order by partnership_id
                                """)
                        .query((row, _) -> row.getString("partnership_id"))
                        .list();
        return new InNameOnly(ids.size(), ids);
    }
}
