package dev.headway.projections.watching.tracking;

import dev.headway.projections.tables.ArrayBulkWrites;
import dev.headway.projections.tables.JsonBulkWrites;
import dev.headway.projections.tables.RowJson;
import dev.headway.projections.watching.facts.Anchors;
import dev.headway.projections.watching.facts.WatchedFacts;
import dev.headway.projections.watching.rules.DueDates;
import dev.headway.projections.watching.rules.Watch.Key;
import dev.headway.projections.watching.tracking.TrackedPartnership.Change;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of {@link WatchedPartnerships}: a batch is read and written in few statements. */
@Component
public class WatchTables {

    private final JdbcClient database;
    private final CriteriaEvaluator criteria;

    public WatchTables(JdbcClient database, CriteriaEvaluator criteria) {
        this.database = database;
        this.criteria = criteria;
    }

    /** As they stand; those not seen before with {@link WatchedFacts#NONE}. */
    Map<String, TrackedPartnership> read(List<String> partnerships) {
        var tracked = new LinkedHashMap<String, TrackedPartnership>();
        partnerships.forEach(
                id -> tracked.put(id, new TrackedPartnership(id, 0, WatchedFacts.NONE, criteria)));
        database.sql(
                        """
                        select partnership_id, position, facts, anchors
                        from   watched_partnership
                        where  partnership_id = any(:partnerships)
                        """)
                .param("partnerships", partnerships.toArray(String[]::new))
                .query(
                        row -> {
                            var id = row.getString("partnership_id");
                            var facts =
                                    RowJson.MAPPER.readValue(
                                            row.getString("facts"), WatchedFacts.class);
                            var marks =
                                    RowJson.MAPPER.readValue(
                                            row.getString("anchors"), Anchors.class);
                            tracked.put(
                                    id,
                                    new TrackedPartnership(
                                            id,
                                            row.getLong("position"),
                                            facts.marked(marks),
                                            criteria));
                        });
        return tracked;
    }

    void write(Collection<TrackedPartnership> tracked, DueDates dates) {
        writePartnerships(tracked.stream().filter(TrackedPartnership::areFactsOthers).toList());
        writeMarks(
                tracked.stream()
                        .filter(each -> !each.areFactsOthers() && each.hasChanged())
                        .toList());
        writeWatches(
                tracked.stream()
                        .flatMap(
                                each ->
                                        each.changes().entrySet().stream()
                                                .map(
                                                        change ->
                                                                WatchRow.of(
                                                                        each.partnershipId(),
                                                                        change.getKey(),
                                                                        change.getValue(),
                                                                        dates)))
                        .toList());
    }

    private void writePartnerships(List<TrackedPartnership> tracked) {
        JsonBulkWrites.write(
                database,
                """
                insert into watched_partnership
                       (partnership_id, position, name, stage, facts, anchors)
                select  partnership_id, position, name, stage, facts, anchors
                from   jsonb_to_recordset(cast(:rows as jsonb)) as given (
                           partnership_id text,
                           position       bigint,
                           name           text,
                           stage          text,
                           facts          jsonb,
                           anchors        jsonb)
                on conflict (partnership_id) do update
                set    position = excluded.position,
                       name     = excluded.name,
                       stage    = excluded.stage,
                       facts    = excluded.facts,
                       anchors  = excluded.anchors
                """,
                tracked.stream().map(PartnershipRow::of).toList());
    }

    /** Most events set a clock and change nothing else. */
    private void writeMarks(List<TrackedPartnership> tracked) {
        ArrayBulkWrites.write(
                database,
                """
                update watched_partnership w
                set    position = given.position,
                       anchors  = given.anchors
                from   unnest(:partnership_id, :position, cast(:anchors as jsonb[]))
                       as given (partnership_id, position, anchors)
                where  w.partnership_id = given.partnership_id
                """,
                tracked.stream().map(MarksRow::of).toList());
    }

    /**
     * Where the sweep has judged the row and no alert is live, its next look is when it is due, or
     * earlier: a due date that moves away leaves the look where it is, and the index alone.
     * Otherwise it is to look at once.
     */
    private void writeWatches(List<WatchRow> rows) {
        ArrayBulkWrites.write(
                database,
                """
                insert into watch
                       (partnership_id, rule, subject, about, severity, stage, pattern,
                        anchor_event_id, anchor_position, anchor_type, anchor_at,
                        due_at, due_known_at, ended_by, ended_first, ended_last, next_check_at)
                select  partnership_id, rule, subject, about, severity, stage, pattern,
                        anchor_event_id, anchor_position, anchor_type, anchor_at,
                        due_at, due_known_at, ended_by, ended_first, ended_last, '-infinity'
                from   unnest(
                           :partnership_id, :rule, :subject, :about, :severity, :stage, :pattern,
                           :anchor_event_id, :anchor_position, :anchor_type,
                           cast(:anchor_at as timestamptz[]), cast(:due_at as timestamptz[]),
                           cast(:due_known_at as timestamptz[]),
                           :ended_by, :ended_first, :ended_last)
                       as given (
                           partnership_id, rule, subject, about, severity, stage, pattern,
                           anchor_event_id, anchor_position, anchor_type,
                           anchor_at, due_at, due_known_at, ended_by, ended_first, ended_last)
                on conflict (partnership_id, rule, subject) do update
                set    about           = coalesce(excluded.about, watch.about),
                       severity        = excluded.severity,
                       stage           = excluded.stage,
                       pattern         = excluded.pattern,
                       anchor_event_id = excluded.anchor_event_id,
                       anchor_position = excluded.anchor_position,
                       anchor_type     = excluded.anchor_type,
                       anchor_at       = excluded.anchor_at,
                       due_at          = excluded.due_at,
                       due_known_at    = excluded.due_known_at,
                       ended_by        = case when watch.next_check_at > '-infinity' then null
                                              else coalesce(watch.ended_by,
                                                            excluded.ended_by) end,
                       ended_first     = case when watch.next_check_at > '-infinity' then null
                                              when watch.ended_by is null
                                              then excluded.ended_first
                                              else watch.ended_first end,
                       ended_last      = case when watch.next_check_at > '-infinity' then null
                                              else coalesce(excluded.ended_last,
                                                            watch.ended_last) end,
                       next_check_at   = case when watch.next_check_at > '-infinity'
                                              then case when excluded.due_at is not null
                                                        then least(watch.next_check_at,
                                                                   excluded.due_at) end
                                              else '-infinity' end
                """,
                rows);
    }

    private record PartnershipRow(
            String partnershipId,
            long position,
            String name,
            String stage,
            WatchedFacts facts,
            Anchors anchors) {

        static PartnershipRow of(TrackedPartnership tracked) {
            var facts = tracked.facts();
            return new PartnershipRow(
                    tracked.partnershipId(),
                    tracked.position(),
                    facts.name(),
                    facts.stage().name(),
                    facts.marked(Anchors.NONE),
                    facts.marks());
        }
    }

    private record MarksRow(String partnershipId, long position, Anchors anchors) {

        static MarksRow of(TrackedPartnership tracked) {
            return new MarksRow(
                    tracked.partnershipId(), tracked.position(), tracked.facts().marks());
        }
    }

    private record WatchRow(
            String partnershipId,
            String rule,
            String subject,
            @Nullable String about,
            String severity,
            @Nullable String stage,
            String pattern,
            @Nullable String anchorEventId,
            @Nullable Long anchorPosition,
            @Nullable String anchorType,
            @Nullable Instant anchorAt,
            @Nullable Instant dueAt,
            Instant dueKnownAt,
            @Nullable String endedBy,
            @Nullable Long endedFirst,
            @Nullable Long endedLast) {

        static WatchRow of(String partnership, Key key, Change change, DueDates dates) {
            var watch = change.watch();
            var ended = change.ended();
            var severity = change.severity().name();
            if (watch == null) {
                return new WatchRow(
                        partnership,
                        key.rule(),
                        key.subject(),
                        null,
                        severity,
                        null,
                        "",
                        null,
                        null,
                        null,
                        null,
                        null,
                        change.knownAt(),
                        ended == null ? null : ended.by(),
                        ended == null ? null : ended.first(),
                        ended == null ? null : ended.last());
            }
            return new WatchRow(
                    partnership,
                    key.rule(),
                    key.subject(),
                    watch.about(),
                    severity,
                    watch.stage().name(),
                    watch.pattern(),
                    watch.anchor().eventId(),
                    watch.anchor().position(),
                    watch.anchor().type(),
                    watch.anchor().at(),
                    dates.due(watch),
                    change.knownAt(),
                    ended == null ? null : ended.by(),
                    ended == null ? null : ended.first(),
                    ended == null ? null : ended.last());
        }
    }
}
