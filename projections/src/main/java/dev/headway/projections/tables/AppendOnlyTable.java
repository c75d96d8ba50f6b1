package dev.headway.projections.tables;

import dev.headway.projections.log.RecordedEvent;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table that is only ever added to, at most one row an event, under the event's position. It is
 * filled by {@code COPY}, which costs PostgreSQL a fraction of what inserting does.
 */
public final class AppendOnlyTable {

    /**
     * The text format of {@code COPY}: tabs, a backslash before what is special, one and an N for
     * null.
     */
    private static final CSVFormat COPY_TEXT = CSVFormat.MYSQL;

    private final JdbcTemplate database;
    private final String maxPosition;
    private final String added;
    private final String copy;

    /**
     * @param table its name; it has a key {@code position}
     * @param columns what {@link #append} gives of an event, after its position, in that order
     */
    public AppendOnlyTable(JdbcTemplate database, String table, String... columns) {
        this.database = database;
        this.maxPosition = "select coalesce(max(position), 0) from " + table;
        this.added = "select position from " + table + " where position = any(?)";
        this.copy =
                "copy %s (position, %s) from stdin".formatted(table, String.join(", ", columns));
    }

    /**
     * Adds a row for each of these events that has none, in the order of the log. Only for those
     * that are not newer than all that the table holds does it look which have been added before:
     * events that come a second time, or late, from where they were parked.
     *
     * @param row the values of an event's row; text, numbers, instants or null
     */
    public void append(
            Collection<RecordedEvent> events,
            Function<RecordedEvent, List<? extends @Nullable Object>> row) {
        if (events.isEmpty()) {
            return;
        }
        long known = Objects.requireNonNull(database.queryForObject(maxPosition, Long.class));
        var before = addedBefore(events, known);
        var missing = events.stream().filter(event -> !before.contains(event.position())).toList();
        if (!missing.isEmpty()) {
            database.execute((Connection connection) -> copied(connection, missing, row));
        }
    }

    private Set<Long> addedBefore(Collection<RecordedEvent> events, long known) {
        var old =
                events.stream()
                        .map(RecordedEvent::position)
                        .filter(position -> position <= known)
                        .toArray(Long[]::new);
        return old.length == 0
                ? Set.of()
                : Set.copyOf(database.queryForList(added, Long.class, (Object) old));
    }

    /** All of them or none: what fails on the way is cancelled. */
    private @Nullable Void copied(
            Connection connection,
            List<RecordedEvent> events,
            Function<RecordedEvent, List<? extends @Nullable Object>> row)
            throws SQLException {
        var copying = new PGCopyOutputStream(connection.unwrap(PGConnection.class), copy);
        try {
            write(new OutputStreamWriter(copying, StandardCharsets.UTF_8), events, row);
            copying.endCopy();
            return null;
        } catch (IOException e) {
            throw new SQLException("Could not copy into " + copy, e);
        } finally {
            if (copying.isActive()) {
                copying.cancelCopy();
            }
        }
    }

    private static void write(
            Writer text,
            List<RecordedEvent> events,
            Function<RecordedEvent, List<? extends @Nullable Object>> row)
            throws IOException {
        var rows = new CSVPrinter(text, COPY_TEXT);
        for (var event : events) {
            rows.print(event.position());
            for (var value : row.apply(event)) {
                rows.print(within(value));
            }
            rows.println();
        }
        rows.flush();
    }

    private static @Nullable Object within(@Nullable Object value) {
        return switch (value) {
            case String text -> PostgresBounds.within(text);
            case Instant at -> PostgresBounds.within(at);
            case null, default -> value;
        };
    }
}
