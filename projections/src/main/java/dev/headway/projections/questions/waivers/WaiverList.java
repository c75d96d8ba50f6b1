package dev.headway.projections.questions.waivers;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.questions.Moment;
import dev.headway.projections.questions.nextsteps.PartnershipNames;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the list of waivers. */
@Component
class WaiverList {

    private final JdbcClient database;
    private final PartnershipNames names;
    private final Clock clock;
    private final BusinessCalendar calendar;

    WaiverList(
            JdbcClient database, PartnershipNames names, Clock clock, BusinessCalendar calendar) {
        this.database = database;
        this.names = names;
        this.clock = clock;
        this.calendar = calendar;
    }

    private record Listed(WaiverEntry entry, boolean isOver) {}

    /** The waivers after a position, or the first ones. */
    List<Waiver> page(WaiverFilters filters, @Nullable List<String> after, int limit) {
        var conditions = filters.conditions(Moment.of(clock.instant(), calendar.zone()));
        var sort = filters.sort();
        if (after != null) {
            conditions
                    .and(
                            "(%s, partnership_id, waiver_id) %s (:key, :partnership_after, :waiver)"
                                    .formatted(sort.column(), sort.isDescending() ? "<" : ">"))
                    .with("key", Instant.parse(after.get(0)).atOffset(ZoneOffset.UTC))
                    .with("partnership_after", after.get(1))
                    .with("waiver", after.get(2));
        }
        var listed =
                database.sql(
                                """
                                select   *, ${over} as is_over
                                from     waiver
                                where    ${conditions}
                                order by ${column} ${direction}, partnership_id ${direction},
                                         waiver_id ${direction}
                                limit    :limit
                                """
                                        .replace("${over}", WaiverFilters.isOver())
                                        .replace("${conditions}", conditions.sql())
                                        .replace("${column}", sort.column())
                                        .replace("${direction}", sort.direction()))
                        .params(conditions.parameters())
                        .param("limit", limit)
                        .query(
                                (row, number) ->
                                        new Listed(
                                                Objects.requireNonNull(
                                                        WaiverTable.ENTRY.mapRow(row, number)),
                                                row.getBoolean("is_over")))
                        .list();
        var called =
                names.of(
                        listed.stream()
                                .map(each -> each.entry().partnershipId())
                                .distinct()
                                .toList());
        return listed.stream()
                .map(
                        each ->
                                Waiver.of(
                                        each.entry(),
                                        called.getOrDefault(each.entry().partnershipId(), ""),
                                        isExpired(each)))
                .toList();
    }

    /** Where a page begins after this one. */
    static String[] cursorOf(Waiver waiver, WaiverFilters filters) {
        var key =
                filters.sort().column().equals("expires_on")
                        ? waiver.expiresOn()
                        : waiver.requestedAt();
        return new String[] {key.toString(), waiver.partnershipId(), waiver.id()};
    }

    private static boolean isExpired(Listed listed) {
        return listed.isOver() && listed.entry().status().equals(WaiverStatus.GRANTED.name());
    }
}
