package dev.headway.lifecycle.eventstore;

import dev.headway.lifecycle.eventstore.AppendContext.IdempotencyRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The one statement that writes events: a whole group of commands handed to {@code append_events}
 * as columns. Prepared once per connection.
 */
final class AppendStatement implements AutoCloseable {

    private static final String APPEND =
            """
            select command_outcome, command_position
            from   append_events(recorded          => ?,
                                 command_events    => ?,
                                 event_command     => ?,
                                 event_stream      => ?,
                                 event_stream_type => ?,
                                 event_version     => ?,
                                 event_id          => ?,
                                 event_type        => ?,
                                 event_revision    => ?,
                                 event_payload     => ?,
                                 event_metadata    => ?,
                                 event_effective   => ?::timestamptz[],
                                 key_command       => ?,
                                 key_caller        => ?,
                                 key_operation     => ?,
                                 key_key           => ?,
                                 key_fingerprint   => ?,
                                 key_status        => ?,
                                 key_response      => ?)
            """;

    private final Connection connection;
    private final PreparedStatement statement;

    AppendStatement(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(APPEND);
    }

    /** How it went, one per command of the group. */
    List<Outcome> append(List<PendingAppend> group, Instant recordedAt) throws SQLException {
        bind(AppendParameters.of(group), recordedAt);
        var outcomes = new ArrayList<Outcome>(group.size());
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                outcomes.add(new Outcome(row.getString(1), row.getLong(2)));
            }
        }
        return outcomes;
    }

    record Outcome(String outcome, long lastPosition) {}

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private void bind(AppendParameters parameters, Instant recordedAt) throws SQLException {
        var events = parameters.events();
        var keys = parameters.keys();
        statement.setObject(1, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
        array(2, "int4", parameters.commandEvents().toArray(Integer[]::new));
        array(3, "int4", parameters.eventCommand().toArray(Integer[]::new));
        array(4, "text", column(events, EventRow::stream, String[]::new));
        array(5, "text", column(events, EventRow::streamType, String[]::new));
        array(6, "int8", column(events, EventRow::version, Long[]::new));
        array(7, "text", column(events, EventRow::eventId, String[]::new));
        array(8, "text", column(events, EventRow::type, String[]::new));
        array(9, "text", column(events, EventRow::revision, String[]::new));
        array(10, "bytea", column(events, EventRow::payload, byte[][]::new));
        array(11, "bytea", column(events, EventRow::metadata, byte[][]::new));
        array(12, "text", column(events, event -> event.effectiveAt().toString(), String[]::new));
        array(13, "int4", parameters.keyCommand().toArray(Integer[]::new));
        array(14, "text", column(keys, row -> row.key().caller(), String[]::new));
        array(15, "text", column(keys, row -> row.key().operation(), String[]::new));
        array(16, "text", column(keys, row -> row.key().key(), String[]::new));
        array(17, "text", column(keys, IdempotencyRow::fingerprint, String[]::new));
        array(18, "int4", column(keys, row -> row.response().status(), Integer[]::new));
        array(19, "bytea", column(keys, row -> row.response().bytes(), byte[][]::new));
    }

    private void array(int parameter, String type, Object[] elements) throws SQLException {
        statement.setArray(parameter, connection.createArrayOf(type, elements));
    }

    private static <R, V> V[] column(
            List<R> rows, Function<R, V> value, java.util.function.IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
