package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.Stage;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.tables.AppendOnlyTable;
import dev.headway.projections.tables.JsonBulkWrites;
import dev.headway.projections.tables.PartnershipRows;
import dev.headway.projections.tables.RowJson;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the rows that {@link HowIsThePortfolioDoing} answers from. */
@Component
class FigureTables {

    private final JdbcClient database;
    private final AppendOnlyTable motions;

    FigureTables(JdbcTemplate database) {
        this.database = JdbcClient.create(database);
        this.motions = new AppendOnlyTable(database, "motion", "partnership_id", "at");
    }

    /** A stage was entered. */
    record StageEntry(
            String partnershipId,
            long version,
            Stage stage,
            boolean beginsLife,
            Instant enteredAt) {

        static Stream<StageEntry> of(RecordedEvent recorded) {
            return recorded.event() instanceof StageEntered entered
                    ? Stream.of(
                            new StageEntry(
                                    recorded.stream(),
                                    recorded.version(),
                                    entered.stage(),
                                    entered instanceof PartnershipRegistered
                                            || entered instanceof PartnershipRevived,
                                    entered.effectiveAt()))
                    : Stream.empty();
        }
    }

    void storeEntries(Collection<StageEntry> entries) {
        JsonBulkWrites.write(
                database,
                """
                insert into stage_entry (partnership_id, version, stage, begins_life, entered_at)
                select partnership_id, version, stage, begins_life, entered_at
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (partnership_id text, version bigint, stage text, begins_life boolean,
                               entered_at timestamptz)
                on conflict do nothing
                """,
                entries);
    }

    void delete(String partnershipId) {
        PartnershipRows.delete(
                database, partnershipId, List.of("stage_entry", "motion", "life_figures"));
    }

    /** Of the past, between those that were appended. */
    void insertMotions(Collection<RecordedEvent> motions) {
        JsonBulkWrites.write(
                database,
                """
                insert into motion (position, partnership_id, at)
                select position, partnership_id, at
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (position bigint, partnership_id text, at timestamptz)
                """,
                motions.stream()
                        .map(
                                each ->
                                        new MotionRow(
                                                each.position(),
                                                each.stream(),
                                                each.event().effectiveAt()))
                        .toList());
    }

    private record MotionRow(long position, String partnershipId, Instant at) {}

    void storeMotions(Collection<RecordedEvent> motions) {
        this.motions.append(motions, moved -> List.of(moved.stream(), moved.event().effectiveAt()));
    }

    /** The present life of each of these partnerships, by its id. */
    Map<String, LifeFigures> livesOf(Collection<String> partnershipIds) {
        var lives = new HashMap<String, LifeFigures>();
        database.sql(
                        """
                        select   distinct on (partnership_id) facts
                        from     life_figures
                        where    partnership_id = any(:ids)
                        order by partnership_id, life desc
                        """)
                .param("ids", partnershipIds.toArray(String[]::new))
                .query(
                        (row, _) ->
                                RowJson.MAPPER
                                        .readValue(row.getString("facts"), LifeRow.State.class)
                                        .toFigures())
                .list()
                .forEach(life -> lives.put(life.partnershipId(), life));
        return lives;
    }

    void storeLives(Collection<LifeFigures> lives) {
        JsonBulkWrites.write(
                database,
                """
                insert into life_figures
                       (partnership_id, life, version, stage, classification,
                        bend_delivered, claim_due_on, claim_settled, first_use_at,
                        announced_on, followed_at, waivers, facts)
                select facts ->> 'partnership_id',
                       (facts ->> 'life')::int,
                       (facts ->> 'version')::bigint,
                       facts ->> 'stage',
                       facts ->> 'classification',
                       bend_delivered,
                       (facts -> 'claim' ->> 'due_on')::timestamptz,
                       claim_settled,
                       (facts ->> 'first_use_at')::timestamptz,
                       (facts ->> 'announced_on')::timestamptz,
                       (facts ->> 'followed_at')::timestamptz,
                       facts -> 'waivers',
                       facts
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (facts jsonb, bend_delivered boolean, claim_settled boolean)
                on conflict (partnership_id, life) do update
                set    version        = excluded.version,
                       stage          = excluded.stage,
                       classification = excluded.classification,
                       bend_delivered = excluded.bend_delivered,
                       claim_due_on   = excluded.claim_due_on,
                       claim_settled  = excluded.claim_settled,
                       first_use_at   = excluded.first_use_at,
                       announced_on   = excluded.announced_on,
                       followed_at    = excluded.followed_at,
                       waivers        = excluded.waivers,
                       facts          = excluded.facts
                where  life_figures.version < excluded.version
                """,
                lives.stream().map(LifeRow::of).toList());
    }
}
