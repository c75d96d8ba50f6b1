package dev.headway.projections.questions.ghosttowns;

import dev.headway.contracts.Stage;
import dev.headway.contracts.Thresholds;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.questions.PartnershipEvents;
import dev.headway.projections.questions.WhatDoesTheProgramAskFor;
import dev.headway.projections.tables.ArrayBulkWrites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which partnerships nobody has moved for too long? Keeps every partnership's {@link GhostClock};
 * whether it has run out is decided when somebody asks, so a partnership is a ghost town from that
 * instant on, whether or not anybody has looked before.
 */
@Component
public class WhichPartnershipsAreGhostTowns implements Projection {

    public static final String NAME = "ghost-towns";

    /** True for a ghost town, in a statement that names the table and binds {@link #silence}. */
    public static final String IS_GHOST_TOWN =
            """
            coalesce(case ghost_clock.stage
                         when 'PILOT'  then ghost_clock.last_motion_at <= :pilotSilentSince
                         when 'LAUNCH' then ghost_clock.last_motion_at <= :launchSilentSince
                         when 'SCALED' then ghost_clock.last_motion_at <= :scaledSilentSince
                     end, false)
            """;

    private final JdbcClient database;
    private final WhatDoesTheProgramAskFor program;
    private final Clock clock;

    public WhichPartnershipsAreGhostTowns(
            JdbcClient database, WhatDoesTheProgramAskFor program, Clock clock) {
        this.database = database;
        this.program = program;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("ghost_clock");
    }

    @Override
    public BatchHandler open() {
        return new ClockHandler();
    }

    /** The clocks that events set; each is read once, and written once a batch. */
    private final class ClockHandler implements BatchHandler {

        private final Map<String, Optional<GhostClock>> clocks = new HashMap<>();
        private final Set<String> changed = new HashSet<>();

        @Override
        public void on(List<RecordedEvent> page) {
            var events = PartnershipEvents.in(page);
            var unseen = PartnershipEvents.partnerships(events);
            unseen.removeAll(clocks.keySet());
            if (!unseen.isEmpty()) {
                var found = clocksOf(unseen);
                unseen.forEach(id -> clocks.put(id, Optional.ofNullable(found.get(id))));
            }
            for (var event : events) {
                clocks.computeIfPresent(event.stream(), (_, known) -> after(known, event));
                changed.add(event.stream());
            }
        }

        @Override
        public void flush() {
            WhichPartnershipsAreGhostTowns.this.store(
                    changed.stream().map(clocks::get).flatMap(Optional::stream).toList());
            changed.clear();
        }

        @Override
        public int buffered() {
            return clocks.size();
        }

        private static Optional<GhostClock> after(Optional<GhostClock> known, RecordedEvent event) {
            return Optional.ofNullable(GhostClock.evolve(known.orElse(null), event));
        }
    }

    /** The ghost towns of this instant, the quietest first. */
    public List<GhostClock> ghostTowns() {
        return database.sql(
                        """
                        select   *
                        from     ghost_clock
                        where    %s
                        order by last_motion_at, partnership_id
                        """
                                .formatted(IS_GHOST_TOWN))
                .params(silence(program.thresholds(), clock.instant()))
                .query(WhichPartnershipsAreGhostTowns::clock)
                .list();
    }

    /** One partnership's clock; empty when there is no such partnership. */
    public Optional<GhostClock> clockOf(String partnershipId) {
        return Optional.ofNullable(clocksOf(List.of(partnershipId)).get(partnershipId));
    }

    Map<String, GhostClock> clocksOf(Collection<String> partnershipIds) {
        var clocks = new HashMap<String, GhostClock>();
        database.sql("select * from ghost_clock where partnership_id = any(:ids)")
                .param("ids", partnershipIds.toArray(String[]::new))
                .query(WhichPartnershipsAreGhostTowns::clock)
                .list()
                .forEach(clock -> clocks.put(clock.partnershipId(), clock));
        return clocks;
    }

    /** Whoever has not moved since then is a ghost town now, stage by stage. */
    public static Map<String, OffsetDateTime> silence(Thresholds thresholds, Instant now) {
        return Map.of(
                "pilotSilentSince", silentSince(Stage.PILOT, thresholds, now),
                "launchSilentSince", silentSince(Stage.LAUNCH, thresholds, now),
                "scaledSilentSince", silentSince(Stage.SCALED, thresholds, now));
    }

    private static OffsetDateTime silentSince(Stage stage, Thresholds thresholds, Instant now) {
        return now.minus(thresholds.after(GhostClock.RULE, stage)).atOffset(ZoneOffset.UTC);
    }

    private void store(Collection<GhostClock> clocks) {
        ArrayBulkWrites.write(
                database,
                """
                insert into ghost_clock
                       (partnership_id, name, stage, version,
                        last_motion_at, last_motion_event,
                        last_motion_event_id, last_motion_summary)
                select partnership_id, name, stage, version,
                       last_motion_at, last_motion_event,
                       last_motion_event_id, last_motion_summary
                from   unnest(:partnership_id, :name, :stage, :version,
                              cast(:last_motion_at as timestamptz[]), :last_motion_event,
                              :last_motion_event_id, :last_motion_summary)
                       as given (partnership_id, name, stage, version,
                                 last_motion_at, last_motion_event,
                                 last_motion_event_id, last_motion_summary)
                on conflict (partnership_id) do update
                set    name                 = excluded.name,
                       stage                = excluded.stage,
                       last_motion_at       = excluded.last_motion_at,
                       last_motion_event    = excluded.last_motion_event,
                       last_motion_event_id = excluded.last_motion_event_id,
                       last_motion_summary  = excluded.last_motion_summary,
                       version              = excluded.version
                where  ghost_clock.version < excluded.version
                """,
                clocks.stream().map(Row::of).toList());
    }

    /** A clock, flat. */
    private record Row(
            String partnershipId,
            String name,
            Stage stage,
            long version,
            @Nullable Instant lastMotionAt,
            @Nullable String lastMotionEvent,
            @Nullable String lastMotionEventId,
            @Nullable String lastMotionSummary) {

        static Row of(GhostClock clock) {
            var motion = clock.lastMotion();
            return new Row(
                    clock.partnershipId(),
                    clock.name(),
                    clock.stage(),
                    clock.version(),
                    motion == null ? null : motion.at(),
                    motion == null ? null : motion.event(),
                    motion == null ? null : motion.eventId(),
                    motion == null ? null : motion.summary());
        }
    }

    private static GhostClock clock(ResultSet row, int number) throws SQLException {
        return new GhostClock(
                row.getString("partnership_id"),
                row.getString("name"),
                Stage.valueOf(row.getString("stage")),
                lastMotion(row),
                row.getLong("version"));
    }

    /** The newest motion in a row of {@code ghost_clock}, alone or joined. */
    public static @Nullable Motion lastMotion(ResultSet row) throws SQLException {
        var at = row.getObject("last_motion_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Motion(
                        at.toInstant(),
                        row.getString("last_motion_event"),
                        row.getString("last_motion_event_id"),
                        row.getString("last_motion_summary"));
    }
}
