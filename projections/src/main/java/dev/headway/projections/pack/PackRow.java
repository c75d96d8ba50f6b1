package dev.headway.projections.pack;

import dev.headway.projections.audit.AuditEntry;
import dev.headway.projections.audit.ChangesOfAPeriod.Changes;
import dev.headway.projections.pack.QuarterlyPack.GhostTown;
import dev.headway.projections.querying.csv.CsvColumns;
import dev.headway.projections.watching.alerts.AlertsOfAPeriod.Episode;
import dev.headway.projections.watching.alerts.AlertsOfAPeriod.Episodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the pack as a table: all of its parts, one below the other.
 *
 * @param line from 0
 * @param part which one, as {@code refusals}
 * @param at when it happened
 * @param what the kind of event, or what became of it
 * @param detail the move, the criterion, the seat
 */
record PackRow(
        int line,
        String part,
        @Nullable Instant at,
        @Nullable String partnershipId,
        @Nullable String partnership,
        @Nullable String what,
        @Nullable String detail,
        @Nullable String who,
        @Nullable String reason,
        @Nullable String eventId,
        @Nullable Instant recordedAt,
        @Nullable String channel) {

    static final CsvColumns<PackRow> COLUMNS =
            CsvColumns.<PackRow>none()
                    .with("part", PackRow::part)
                    .with("at", PackRow::at)
                    .with("partnershipId", PackRow::partnershipId)
                    .with("partnership", PackRow::partnership)
                    .with("what", PackRow::what)
                    .with("detail", PackRow::detail)
                    .with("who", PackRow::who)
                    .with("reason", PackRow::reason)
                    .with("eventId", PackRow::eventId)
                    .with("recordedAt", PackRow::recordedAt)
                    .with("channel", PackRow::channel);

    static List<PackRow> of(QuarterlyPack pack) {
        var rows = new ArrayList<PackRow>();
        rows.add(heading(rows.size(), "quarter", pack.from(), pack.quarter()));
        var sealed = pack.checkpoint();
        if (sealed != null) {
            rows.add(heading(rows.size(), "checkpoint", pack.madeAt(), sealed.brief()));
        }
        changes(rows, "moves", pack.moves());
        changes(rows, "refusals", pack.refusals());
        changes(rows, "waivers", pack.waivers());
        changes(rows, "programChanges", pack.programChanges());
        pack.ghostTowns().items().forEach(town -> rows.add(of(rows.size(), town)));
        episodes(rows, "unsettledClaims", pack.unsettledClaims());
        episodes(rows, "vacancies", pack.vacancies());
        return rows;
    }

    private static PackRow heading(int line, String part, Instant at, String detail) {
        return new PackRow(line, part, at, null, null, null, detail, null, null, null, null, null);
    }

    private static void changes(List<PackRow> rows, String part, Changes changes) {
        changes.items().forEach(entry -> rows.add(of(rows.size(), part, entry)));
    }

    private static PackRow of(int line, String part, AuditEntry entry) {
        var person = entry.person();
        var about = entry.fields().get("about");
        return new PackRow(
                line,
                part,
                entry.happenedAt(),
                about == null ? null : about.path("id").asString(null),
                about == null ? null : about.path("name").asString(null),
                entry.type(),
                detail(entry),
                person == null ? entry.actor() : person.name(),
                entry.reason(),
                entry.eventId(),
                entry.recordedAt(),
                entry.channel());
    }

    private static @Nullable String detail(AuditEntry entry) {
        var said =
                Stream.of("from", "to", "criterion")
                        .map(entry.fields()::get)
                        .filter(value -> value != null && value.isString())
                        .map(value -> value.asString())
                        .toList();
        return said.isEmpty() ? null : String.join(" → ", said);
    }

    private static PackRow of(int line, GhostTown town) {
        return new PackRow(
                line,
                "ghostTowns",
                town.since(),
                town.partnershipId(),
                town.partnership(),
                town.outcome(),
                town.hours() == null ? null : town.hours() + " h to acknowledgement",
                town.acknowledgedBy(),
                null,
                null,
                town.raisedAt(),
                null);
    }

    private static void episodes(List<PackRow> rows, String part, Episodes episodes) {
        episodes.items().forEach(episode -> rows.add(of(rows.size(), part, episode)));
    }

    private static PackRow of(int line, String part, Episode episode) {
        return new PackRow(
                line,
                part,
                episode.dueAt(),
                episode.partnershipId(),
                episode.partnership(),
                episode.status(),
                episode.about(),
                null,
                null,
                null,
                episode.raisedAt(),
                null);
    }
}
