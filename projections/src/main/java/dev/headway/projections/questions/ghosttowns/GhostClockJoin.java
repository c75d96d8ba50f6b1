package dev.headway.projections.questions.ghosttowns;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.querying.QueryParameters.Range;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** When it moved last; before everything where it never did. Indexed within each stage. */
    public static final String MOVED_AT = "ghost_clock.moved_at";

    /** The same beside an entry that may have no clock. */
    public static final String MOVED_AT_IF_ANY = "coalesce(" + MOVED_AT + ", '-infinity')";

    public static final String HAS_MOVED = MOVED_AT + " > '-infinity'";

    public static final String NEVER_MOVED = MOVED_AT + " = '-infinity'";

    /** True for a ghost town. */
    static final String IS_GHOST_TOWN =
            Stream.of(Stage.values())
                    .filter(Stage::hasGhostClock)
                    .map(stage -> "(" + isIn(stage) + " and " + isGhostTownIn(stage) + ")")
                    .collect(Collectors.joining("\nor "));

    private GhostClockJoin() {}

    /** True for a clock in this stage. */
    public static String isIn(Stage stage) {
        return "ghost_clock.stage = '%s'".formatted(stage);
    }

    /** True for a ghost town, of the clocks in a stage in which they run. */
    public static String isGhostTownIn(Stage stage) {
        return HAS_MOVED + " and " + MOVED_AT + " <= :" + silentSince(stage);
    }

    /** The ids of all of them. */
    public static String ghostTownsIn(Stage stage) {
        return "select partnership_id from %s where %s and %s"
                .formatted(TABLE, isIn(stage), isGhostTownIn(stage));
    }

    /**
     * True for an entry of the portfolio, {@code p}, that is one of them. Written as a case, they
     * are looked up once for all entries, and entries stay in their order.
     */
    public static String isOneOfGhostTownsIn(Stage stage) {
        return "case when p.partnership_id in (%s) then true else false end"
                .formatted(ghostTownsIn(stage));
    }

    /** True for the others in such a stage. */
    public static String isNoGhostTownIn(Stage stage) {
        return "(" + MOVED_AT + " > :" + silentSince(stage) + " or " + NEVER_MOVED + ")";
    }

    /** Whoever has not moved since then is a ghost town now, stage by stage. */
    public static Map<String, Object> silentSinceByStage(Thresholds thresholds, Instant now) {
        return Stream.of(Stage.values())
                .filter(Stage::hasGhostClock)
                .collect(
                        Collectors.toMap(
                                GhostClockJoin::silentSince,
                                stage ->
                                        now.minus(thresholds.after(GhostClock.RULE, stage))
                                                .atOffset(ZoneOffset.UTC)));
    }

    /** True for those of a stage that become ghost towns at some time within a range. */
    public static String isGhostFromTo(Stage stage, Range range) {
        return HAS_MOVED
                + (range.from() == null ? "" : " and " + MOVED_AT + " >= :ghost_from_" + stage)
                + (range.to() == null ? "" : " and " + MOVED_AT + " < :ghost_to_" + stage);
    }

    /** What that names: when whoever begins or ends the range moved last, stage by stage. */
    public static Map<String, Object> ghostFromToByStage(Thresholds thresholds, Range range) {
        var moved = new HashMap<String, Object>();
        Stream.of(Stage.values())
                .filter(Stage::hasGhostClock)
                .forEach(
                        stage -> {
                            var after = thresholds.after(GhostClock.RULE, stage);
                            put(moved, "ghost_from_" + stage, range.from(), after);
                            put(moved, "ghost_to_" + stage, range.to(), after);
                        });
        return moved;
    }

    private static void put(
            Map<String, Object> moved, String name, @Nullable Instant ghostAt, Duration after) {
        if (ghostAt != null) {
            moved.put(name, ghostAt.minus(after).atOffset(ZoneOffset.UTC));
        }
    }

    private static String silentSince(Stage stage) {
        return "silent_since_" + stage;
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
