package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Thresholds;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import dev.headway.projections.questions.ghosttowns.GhostClockJoin;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the list: pages of the portfolio beside its ghost clocks, filtered and in order. */
@Component
class PortfolioList {

    /** True while no clock is ahead of the entries. */
    private static final String IS_AS_FAR_AS_CLOCKS =
            Positions.isAsFarAs(WhatIsInThePortfolio.NAME, WhichPartnershipsAreGhostTowns.NAME);

    private final JdbcClient database;

    PortfolioList(JdbcClient database) {
        this.database = database;
    }

    /**
     * A row of the list.
     *
     * @param sortKey what it is ordered by, as text
     */
    record Listed(PortfolioEntry entry, GhostClock clock, String sortKey) {}

    /** The rows after a position \(sort key and id\), or the first ones. */
    List<Listed> page(
            PortfolioFilters filters,
            PortfolioSort sort,
            @Nullable List<String> after,
            Thresholds thresholds,
            Instant now,
            int limit) {
        return database.sql(
                        """
                        select   *, cast(sort_key as text) as sort_key_text
                        from     (select p.*,
                                         ${clockColumns},
                                         case when ${isAsFarAsClocks}
                                              then ${clockVersion} end as clock_version,
                                         ${key} as sort_key
                                  from   portfolio p
                                         left join ${clocks} using (partnership_id)
                                  where  p.voided = :voided
                                  and    (cast(:stages as text[])          is null or p.stage          = any(:stages))
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
                        or       (sort_key, partnership_id) ${comparison} (cast(:key as ${type}), :id)
                        order by sort_key ${direction}, partnership_id ${direction}
                        limit    :limit
                        """
                                .replace("${key}", sort.key())
                                .replace("${type}", sort.type())
                                .replace("${comparison}", sort.comparison())
                                .replace("${direction}", sort.direction())
                                .replace("${clocks}", GhostClockJoin.TABLE)
                                .replace("${clockColumns}", GhostClockJoin.COLUMNS)
                                .replace("${clockVersion}", GhostClockJoin.VERSION)
                                .replace("${isGhostTown}", GhostClockJoin.IS_GHOST_TOWN)
                                .replace("${isAsFarAsClocks}", IS_AS_FAR_AS_CLOCKS))
                .param("voided", filters.voided())
                .param("stages", filters.stages())
                .param("patterns", filters.patterns())
                .param("types", filters.types())
                .param("classifications", filters.classifications())
                .param("owner", filters.owner())
                .param("ghost", filters.ghost())
                .param("secured", filters.stepsSecured())
                .param("q", filters.q() == null ? null : containing(filters.q()))
                .param("key", after == null ? null : after.get(0))
                .param("id", after == null ? null : after.get(1))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .params(GhostClockJoin.silentSinceByStage(thresholds, now))
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Listed(
                                        PortfolioRow.entry(row),
                                        clock(row),
                                        row.getString("sort_key_text")))
                .list();
    }

    /** A pattern for LIKE that finds the text itself, its wildcards included. */
    private static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /**
     * The clock beside an entry. It has no version while it is ahead: whoever writes on what the
     * entry shows must not pass for having seen more.
     */
    private static GhostClock clock(ResultSet row) throws SQLException {
        return GhostClockJoin.clock(row, row.getLong("clock_version"));
    }
}
