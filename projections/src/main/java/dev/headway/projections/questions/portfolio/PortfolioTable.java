package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Stage;
import dev.headway.contracts.Thresholds;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import dev.headway.projections.questions.portfolio.PortfolioEntry.Holder;
import dev.headway.projections.questions.portfolio.PortfolioEntry.Partner;
import dev.headway.projections.tables.JsonBulkWrites;
import dev.headway.projections.tables.RowJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The SQL behind {@link WhatIsInThePortfolio}. */
@Component
class PortfolioTable {

    private final JdbcClient database;

    PortfolioTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * A row of the list.
     *
     * @param sortKey what it is ordered by, as text
     */
    record Listed(PortfolioEntry entry, GhostClock clock, String sortKey) {}

    Map<String, PortfolioEntry> entriesOf(Collection<String> partnershipIds) {
        var entries = new HashMap<String, PortfolioEntry>();
        database.sql("select * from portfolio where partnership_id = any(:ids)")
                .param("ids", partnershipIds.toArray(String[]::new))
                .query((row, _) -> entry(row))
                .list()
                .forEach(entry -> entries.put(entry.partnershipId(), entry));
        return entries;
    }

    /** The rows beyond a place (sort key and id), or the first ones. */
    List<Listed> page(
            WhatIsInThePortfolio.Filters filters,
            PortfolioSort sort,
            @Nullable List<String> place,
            Thresholds thresholds,
            Instant now,
            int limit) {
        return database.sql(
                        """
                        select   *, cast(sort_key as text) as sort_key_text
                        from     (select p.*,
                                         ghost_clock.stage as clock_stage,
                                         case when (select entries.position >= clocks.position
                                                    from   projection_position entries,
                                                           projection_position clocks
                                                    where  entries.projection = 'portfolio'
                                                    and    clocks.projection  = 'ghost-towns')
                                              then ghost_clock.version end as clock_version,
                                         ghost_clock.last_motion_at,
                                         ghost_clock.last_motion_event,
                                         ghost_clock.last_motion_event_id,
                                         ghost_clock.last_motion_summary,
                                         ${key} as sort_key
                                  from   portfolio p
                                         left join ghost_clock using (partnership_id)
                                  where  (cast(:stages as text[])          is null or p.stage          = any(:stages))
                                  and    (cast(:patterns as text[])        is null or p.pattern        = any(:patterns))
                                  and    (cast(:types as text[])           is null or p.partner_type   = any(:types))
                                  and    (cast(:classifications as text[]) is null or p.classification = any(:classifications))
                                  and    (cast(:owner as text)             is null or p.owner          = :owner)
                                  and    (cast(:ghost as boolean)          is null or ${isGhostTown} = :ghost)
                                  and    (cast(:secured as boolean)        is null
                                          or (jsonb_array_length(p.open_steps) >= 3) = :secured)
                                  and    (cast(:q as text)                 is null
                                          or p.name         ilike :q
                                          or p.partner_name ilike :q)) as listed
                        where    cast(:id as text) is null
                        or       (sort_key, partnership_id) ${beyond} (cast(:key as ${type}), :id)
                        order by sort_key ${direction}, partnership_id ${direction}
                        limit    :limit
                        """
                                .replace("${key}", sort.key())
                                .replace("${type}", sort.type())
                                .replace("${beyond}", sort.beyond())
                                .replace("${direction}", sort.direction())
                                .replace(
                                        "${isGhostTown}",
                                        WhichPartnershipsAreGhostTowns.IS_GHOST_TOWN))
                .param("stages", filters.stages())
                .param("patterns", filters.patterns())
                .param("types", filters.types())
                .param("classifications", filters.classifications())
                .param("owner", filters.owner())
                .param("ghost", filters.ghost())
                .param("secured", filters.stepsSecured())
                .param("q", filters.q() == null ? null : containing(filters.q()))
                .param("key", place == null ? null : place.get(0))
                .param("id", place == null ? null : place.get(1))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .params(WhichPartnershipsAreGhostTowns.silence(thresholds, now))
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Listed(entry(row), clock(row), row.getString("sort_key_text")))
                .list();
    }

    /** A pattern for LIKE that finds the text itself, its wildcards included. */
    private static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    void store(Collection<PortfolioEntry> entries) {
        JsonBulkWrites.write(
                database,
                """
                insert into portfolio
                       (partnership_id, name, partner_name, partner_type, partner_website,
                        segment, external_key, pattern, stage, stage_since,
                        classification, owner, seats, open_steps, version)
                select partnership_id, name, partner_name, partner_type, partner_website,
                       segment, external_key, pattern, stage, stage_since,
                       classification, owner, seats, open_steps, version
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (partnership_id text, name text, partner_name text,
                               partner_type text, partner_website text, segment text,
                               external_key text, pattern text, stage text,
                               stage_since timestamptz, classification text, owner text,
                               seats jsonb, open_steps jsonb, version bigint)
                on conflict (partnership_id) do update
                set    name           = excluded.name,
                       pattern        = excluded.pattern,
                       stage          = excluded.stage,
                       stage_since    = excluded.stage_since,
                       classification = excluded.classification,
                       owner          = excluded.owner,
                       seats          = excluded.seats,
                       open_steps     = excluded.open_steps,
                       version        = excluded.version
                where  portfolio.version < excluded.version
                """,
                entries.stream().map(Row::of).toList());
    }

    /** An entry, flat. */
    private record Row(
            String partnershipId,
            String name,
            String partnerName,
            String partnerType,
            @Nullable String partnerWebsite,
            @Nullable String segment,
            @Nullable String externalKey,
            @Nullable String pattern,
            Stage stage,
            Instant stageSince,
            @Nullable String classification,
            @Nullable String owner,
            Map<String, Holder> seats,
            Set<String> openSteps,
            long version) {

        static Row of(PortfolioEntry entry) {
            return new Row(
                    entry.partnershipId(),
                    entry.name(),
                    entry.partner().name(),
                    entry.partner().type(),
                    entry.partner().website(),
                    entry.segment(),
                    entry.externalKey(),
                    entry.pattern(),
                    entry.stage(),
                    entry.stageSince(),
                    entry.classification(),
                    entry.owner(),
                    entry.seats(),
                    entry.openSteps(),
                    entry.version());
        }
    }

    private static PortfolioEntry entry(ResultSet row) throws SQLException {
        return new PortfolioEntry(
                row.getString("partnership_id"),
                row.getString("name"),
                new Partner(
                        row.getString("partner_name"),
                        row.getString("partner_type"),
                        row.getString("partner_website")),
                row.getString("segment"),
                row.getString("external_key"),
                row.getString("pattern"),
                Stage.valueOf(row.getString("stage")),
                row.getObject("stage_since", OffsetDateTime.class).toInstant(),
                row.getString("classification"),
                RowJson.MAPPER.readValue(row.getString("seats"), new TypeReference<>() {}),
                RowJson.MAPPER.readValue(row.getString("open_steps"), new TypeReference<>() {}),
                row.getLong("version"));
    }

    /**
     * The clock beside an entry; one that has not been read yet stands still. It tells no version
     * while it is ahead: whoever writes on what the entry shows must not pass for having seen more.
     */
    private static GhostClock clock(ResultSet row) throws SQLException {
        var stage = row.getString("clock_stage");
        return new GhostClock(
                row.getString("partnership_id"),
                row.getString("name"),
                Stage.valueOf(stage == null ? row.getString("stage") : stage),
                WhichPartnershipsAreGhostTowns.lastMotion(row),
                row.getLong("clock_version"));
    }
}
