package dev.headway.projections.questions.ghosttowns;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of partnerships may say of their clocks in its own statement: it joins {@link #TABLE}
 * by {@code partnership_id}, names what stands here and binds {@link #silentSinceByStage}. Filters
 * and orders over both tables take one statement so, and are written as the indexes of the clocks
 * know them.
 */
public final class GhostClockJoin {

    public static final String TABLE = "ghost_clock";

    public static final String ID = "ghost_clock.partnership_id";

    /** What {@link #clock} reads, beside the list's own id, name and stage. */
    public static final String COLUMNS =
            """
            ghost_clock.stage as clock_stage,
            ghost_clock.last_motion_at,
            ghost_clock.last_motion_event,
            ghost_clock.last_motion_event_id,
            ghost_clock.last_motion_summary
            """;

    public static final String VERSION = "ghost_clock.version";

    /** When it moved last; before everything where it never did. */
    public static final String MOVED_AT = "coalesce(ghost_clock.last_motion_at, '-infinity')";

    /** Null before the first motion. */
    public static final String LAST_MOTION_AT = "ghost_clock.last_motion_at";

    /** True for a ghost town. */
    public static final String IS_GHOST_TOWN =
            """
            (ghost_clock.stage = 'PILOT'  and ghost_clock.last_motion_at <= :pilotSilentSince or
             ghost_clock.stage = 'LAUNCH' and ghost_clock.last_motion_at <= :launchSilentSince or
             ghost_clock.stage = 'SCALED' and ghost_clock.last_motion_at <= :scaledSilentSince)
            """;

    /** True for a clock that runs, or stands. */
    public static final String IS_NO_GHOST_TOWN =
            """
            (ghost_clock.stage = 'PILOT'  and ghost_clock.last_motion_at >  :pilotSilentSince or
             ghost_clock.stage = 'LAUNCH' and ghost_clock.last_motion_at >  :launchSilentSince or
             ghost_clock.stage = 'SCALED' and ghost_clock.last_motion_at >  :scaledSilentSince or
             ghost_clock.last_motion_at is null or ghost_clock.stage in ('PROSPECT', 'SUNSET'))
            """;

    /** True for a clock that stands still: it will not be a ghost town as it is. */
    public static final String IS_STILL =
            "(ghost_clock.last_motion_at is null or ghost_clock.stage in ('PROSPECT', 'SUNSET'))";

    private GhostClockJoin() {}

    /** True for a clock that runs in this stage. */
    public static String isTickingIn(Stage stage) {
        return "(ghost_clock.stage = '%s' and ghost_clock.last_motion_at is not null)"
                .formatted(stage);
    }

    /** Whoever has not moved since then is a ghost town now, stage by stage. */
    public static Map<String, Object> silentSinceByStage(Thresholds thresholds, Instant now) {
        return Map.of(
                "pilotSilentSince", silentSince(Stage.PILOT, thresholds, now),
                "launchSilentSince", silentSince(Stage.LAUNCH, thresholds, now),
                "scaledSilentSince", silentSince(Stage.SCALED, thresholds, now));
    }

    private static OffsetDateTime silentSince(Stage stage, Thresholds thresholds, Instant now) {
        return now.minus(thresholds.after(GhostClock.RULE, stage)).atOffset(ZoneOffset.UTC);
    }

    /**
     * The clock in a row of the list; one that has not been read yet stands still.
     *
     * @param version the clock's, as the list chooses to show it
     */
    public static GhostClock clock(ResultSet row, long version) throws SQLException {
        var stage = row.getString("clock_stage");
        return new GhostClock(
                row.getString("partnership_id"),
                row.getString("name"),
                Stage.valueOf(stage == null ? row.getString("stage") : stage),
                lastMotion(row),
                version);
    }

    /** The newest motion in a row of {@code ghost_clock}, alone or joined. */
    static @Nullable Motion lastMotion(ResultSet row) throws SQLException {
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
