package dev.headway.projections.log;

import dev.headway.testing.TestDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Table {@code event} as a lifecycle service makes and fills it, and none of its classes: what a
 * projection node meets that runs alone.
 */
public final class EventTable {

    static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123456Z");

    private static final String RIGHT =
            "grant execute on all functions in schema public to headway";

    private static final String APPEND =
            """
            select command_outcome
            from   append_events(recorded          => :recorded,
                                 command_events    => array[1],
                                 event_command     => array[1],
                                 event_stream      => array[:stream],
                                 event_stream_type => array['Partnership'],
                                 event_version     => array[:version],
                                 event_id          => array[:stream || '@' || :version],
                                 event_type        => array[:type],
                                 event_revision    => array['1'],
                                 event_payload     => array[convert_to(:payload, 'UTF8')],
                                 event_metadata    => array[convert_to(:metadata, 'UTF8')],
                                 event_effective   => array[CAST(:recorded AS timestamptz)],
                                 key_command       => '{}',
                                 key_caller        => '{}',
                                 key_operation     => '{}',
                                 key_key           => '{}',
                                 key_fingerprint   => '{}',
                                 key_status        => '{}',
                                 key_response      => '{}')
            """;

    public final DataSource database = TestDatabase.migrated();
    public final JdbcClient jdbc = JdbcClient.create(database);

    public EventTable() {
        new JdbcTemplate(TestDatabase.superuser(database)).execute(RIGHT);
    }

    /** The touchpoints of one stream, in positions that follow each other. */
    public void appendTouchpoints(String stream, int count) {
        for (long version = 1; version <= count; version++) {
            append(
                    stream,
                    version,
                    "TouchpointRecorded",
                    """
                    {"kind":"JOINT_CALL","summary":"call","effectiveAt":"2026-11-19T10:15:30Z"}""",
                    "{}");
        }
    }

    /** One event of a stream. */
    public void append(String stream, long version, String type, String payload, String metadata) {
        var outcome =
                jdbc.sql(APPEND)
                        .param("recorded", NOW.atOffset(ZoneOffset.UTC))
                        .param("stream", stream)
                        .param("version", version)
                        .param("type", type)
                        .param("payload", payload)
                        .param("metadata", metadata)
                        .query(String.class)
                        .single();
        if (!outcome.equals("APPENDED")) {
            throw new IllegalStateException(outcome);
        }
    }
}
