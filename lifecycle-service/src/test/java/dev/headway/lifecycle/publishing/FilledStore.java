package dev.headway.lifecycle.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store that somebody appends to: many partnerships in turn, and now and then the program. */
final class FilledStore {

    private static final int PARTNERSHIPS = 40;

    private static final String APPEND =
            """
            select command_outcome
            from   append_events(recorded          => now(),
                                 command_events    => array[?],
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
                                 key_command       => '{}',
                                 key_caller        => '{}',
                                 key_operation     => '{}',
                                 key_key           => '{}',
                                 key_fingerprint   => '{}',
                                 key_status        => '{}',
                                 key_response      => '{}')
            """;

    final DataSource database = TestDatabase.migrated();
    final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcTemplate template = new JdbcTemplate(database);
    private final RandomGenerator random;
    private final Map<String, Long> versions = new HashMap<>();

    FilledStore(RandomGenerator random) {
        this.random = random;
    }

    /** What partnerships live through; the program changes after every twentieth event or so. */
    void append(int events) {
        for (var left = events; left > 0; left -= 50) {
            appendTo(
                    IntStream.range(0, Math.min(left, 50))
                            .mapToObj(
                                    _ ->
                                            random.nextInt(20) == 0
                                                    ? "program"
                                                    : "p-" + random.nextInt(PARTNERSHIPS))
                            .toList());
        }
    }

    /** The next event of each of these streams, in this order and in one transaction. */
    void appendTo(List<String> streams) {
        var numbers = streams.stream().map(each -> versions.merge(each, 1L, Long::sum)).toList();
        IntFunction<String> id = i -> streams.get(i) + "@" + numbers.get(i);
        IntFunction<String> payload =
                i ->
                        "{\"kind\":\"JOINT_CALL\",\"summary\":\"Über %s\",\"effectiveAt\":\"2026-11-19T10:15:30Z\"}"
                                .formatted(id.apply(i));
        var count = streams.size();
        var outcome =
                template.query(
                        connection ->
                                statement(
                                        connection,
                                        count,
                                        Collections.nCopies(count, 1).toArray(),
                                        streams.toArray(),
                                        streams.stream().map(FilledStore::typeOf).toArray(),
                                        numbers.toArray(),
                                        IntStream.range(0, count).mapToObj(id).toArray(),
                                        Collections.nCopies(count, "TouchpointRecorded").toArray(),
                                        Collections.nCopies(count, "1").toArray(),
                                        IntStream.range(0, count)
                                                .mapToObj(payload)
                                                .map(each -> each.getBytes(UTF_8))
                                                .toArray(byte[][]::new),
                                        Collections.nCopies(
                                                        count,
                                                        "{\"actor\":\"mia\",\"reason\":\"größer\"}"
                                                                .getBytes(UTF_8))
                                                .toArray(byte[][]::new),
                                        Collections.nCopies(count, "2026-11-19T10:15:30.123456Z")
                                                .toArray()),
                        (row, _) -> row.getString(1));
        if (!outcome.equals(List.of("APPENDED"))) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    long head() {
        return jdbc.sql("select coalesce(max(position), 0) from event").query(Long.class).single();
    }

    private static String typeOf(String stream) {
        return stream.equals("program") ? "program" : "partnership";
    }

    private static PreparedStatement statement(
            Connection connection, int events, Object[]... columns) throws SQLException {
        var types =
                List.of(
                        "int4", "text", "text", "int8", "text", "text", "text", "bytea", "bytea",
                        "text");
        var statement = connection.prepareStatement(APPEND);
        statement.setInt(1, events);
        for (var i = 0; i < columns.length; i++) {
            statement.setArray(2 + i, connection.createArrayOf(types.get(i), columns[i]));
        }
        return statement;
    }
}
