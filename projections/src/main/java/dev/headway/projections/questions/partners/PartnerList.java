package dev.headway.projections.questions.partners;

import dev.headway.contracts.Stage;
import dev.headway.projections.questions.ghosttowns.GhostClockJoin;
import dev.headway.projections.questions.partners.PartnerItem.Quietest;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the list of partners. */
@Component
class PartnerList {

    /** True, on table {@code partner}, where somebody said something of it, or one is with it. */
    static final String IS_THERE =
            """
            (partner.version > 0
             or partner.partnerships > 0
             or exists (select
                        from   partner child
                        where  child.merged_into = partner.partner_id))""";

    private static final String RUNS =
            Stream.of(Stage.values())
                    .filter(Stage::hasGhostClock)
                    .map(GhostClockJoin::isIn)
                    .collect(Collectors.joining(" or ", "(", ")"));

    private final JdbcClient database;
    private final Clock clock;

    PartnerList(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The partners after a position, or the first ones. */
    List<PartnerItem> page(PartnerFilters filters, @Nullable List<String> after, int limit) {
        var conditions = filters.conditions(after);
        var sort = filters.sort();
        var rows =
                database.sql(
                                """
                                select   partner.*, root.name as root_name
                                from     partner
                                         join partner root on root.partner_id = partner.root_id
                                where    ${conditions}
                                order by ${column} ${direction}, partner.partner_id ${direction}
                                limit    :limit
                                """
                                        .replace("${conditions}", conditions.sql())
                                        .replace("${column}", sort.column())
                                        .replace("${direction}", sort.direction()))
                        .params(conditions.parameters())
                        .param("limit", limit)
                        .query(PartnerRow::of)
                        .list();
        return shown(rows);
    }

    /** One of them; empty where there is none. */
    Optional<PartnerItem> find(String partnerId) {
        var rows =
                database.sql(
                                """
                                select partner.*, root.name as root_name
                                from   partner
                                       join partner root on root.partner_id = partner.root_id
                                where  partner.partner_id = :id
                                and    ${isThere}
                                """
                                        .replace("${isThere}", IS_THERE))
                        .param("id", partnerId)
                        .query(PartnerRow::of)
                        .list();
        return shown(rows).stream().findFirst();
    }

    /** Those that went into it, one step or several, by name. */
    List<Named> mergedInto(String partnerId) {
        return database.sql(
                        """
                        select   partner_id, name
                        from     partner
                        where    root_id     = :id
                        and      partner_id <> :id
                        order by name_folded, partner_id
                        """)
                .param("id", partnerId)
                .query((row, _) -> new Named(row.getString("partner_id"), row.getString("name")))
                .list();
    }

    private List<PartnerItem> shown(List<PartnerRow> rows) {
        var quietest = quietest(rows.stream().map(PartnerRow::partnerId).toList());
        return rows.stream().map(row -> row.with(quietest.get(row.partnerId()))).toList();
    }

    private Map<String, Quietest> quietest(Collection<String> partnerIds) {
        var now = clock.instant();
        var quietest = new HashMap<String, Quietest>();
        database.sql(
                        """
                        select   distinct on (part.root_id)
                                 part.root_id, ghost_clock.partnership_id, ghost_clock.name,
                                 ghost_clock.last_motion_at
                        from     partner part
                                 join partner_partnership known on known.partner_id = part.partner_id
                                 join ${clocks} on ${clockId} = known.partnership_id
                        where    part.root_id = any(:ids)
                        and      not known.voided
                        and      ${runs}
                        and      ${hasMoved}
                        order by part.root_id, ${movedAt}, known.partnership_id
                        """
                                .replace("${clocks}", GhostClockJoin.TABLE)
                                .replace("${clockId}", GhostClockJoin.ID)
                                .replace("${runs}", RUNS)
                                .replace("${hasMoved}", GhostClockJoin.HAS_MOVED)
                                .replace("${movedAt}", GhostClockJoin.MOVED_AT))
                .param("ids", partnerIds.toArray(String[]::new))
                .query(
                        row -> {
                            var moved =
                                    row.getObject("last_motion_at", OffsetDateTime.class)
                                            .toInstant();
                            var days = (int) Math.max(0, Duration.between(moved, now).toDays());
                            quietest.put(
                                    row.getString("root_id"),
                                    new Quietest(
                                            row.getString("partnership_id"),
                                            row.getString("name"),
                                            days));
                        });
        return quietest;
    }
}
