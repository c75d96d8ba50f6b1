package dev.headway.lifecycle.webhooks.sending;

import dev.headway.lifecycle.webhooks.stored.Progress;
import dev.headway.lifecycle.webhooks.stored.ProgressTable;
import dev.headway.lifecycle.webhooks.stored.Target;
import dev.headway.lifecycle.webhooks.stored.TargetTable;
import dev.headway.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store with a few events and the webhook {@code crm}, for nodes that send it. */
final class WebhookWorld {

    private static final String SUBSCRIBED =
            """
            {"webhookId":"crm","sentTo":"http://127.0.0.1","targetId":"t-1","types":[],"partnerships":[],
             "after":0,"effectiveAt":"2026-11-30T09:00:00Z"}""";
    private static final String TOUCHPOINT =
            """
            {"kind":"JOINT_CALL","summary":"call","effectiveAt":"2026-11-19T10:15:30Z"}""";

    private static final String APPEND =
            """
            select command_outcome
            from   append_events(recorded          => now(),
                                 command_events    => array[1],
                                 event_command     => array[1],
                                 event_stream      => array[:stream],
                                 event_stream_type => array['any'],
                                 event_version     => array[:version],
                                 event_id          => array[:stream || '@' || :version],
                                 event_type        => array[:type],
                                 event_revision    => array['1'],
                                 event_payload     => array[convert_to(:payload, 'UTF8')],
                                 event_metadata    => array[convert_to('{}', 'UTF8')],
                                 event_effective   => array[now()],
                                 key_command       => '{}',
                                 key_caller        => '{}',
                                 key_operation     => '{}',
                                 key_key           => '{}',
                                 key_fingerprint   => '{}',
                                 key_status        => '{}',
                                 key_response      => '{}')
            """;

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final Path keys;

    /**
     * @param keys where a key is made that addresses are sealed with
     */
    WebhookWorld(Path keys) {
        this.keys = keys;
    }

    void subscribe(String url) {
        try (var node = node(Clock.systemUTC())) {
            var now = Clock.systemUTC().instant();
            var secret = "whsec_" + "A".repeat(32);
            node.getBean(TargetTable.class).store("t-1", "crm", new Target(url, secret), now);
            node.getBean(ProgressTable.class).register("crm", 1, now);
        }
        append("webhook/crm", 1, "WebhookSubscribed", SUBSCRIBED);
    }

    void appendTouchpoints(int count) {
        for (long version = 1; version <= count; version++) {
            append("p-1", version, "TouchpointRecorded", TOUCHPOINT);
        }
    }

    /** One that sends when it is told to. */
    ConfigurableApplicationContext node(Clock clock) {
        return node(clock, keys);
    }

    /** The same with other keys. */
    ConfigurableApplicationContext node(Clock clock, Path otherKeys) {
        return WebhookNode.start(url(), clock, settings(otherKeys, false));
    }

    /** For a node that sends by itself. */
    Map<String, String> settings() {
        return settings(keys, true);
    }

    String url() {
        try (var connection = source.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Progress progress(ConfigurableApplicationContext node) {
        return node.getBean(ProgressTable.class).find("crm").orElseThrow();
    }

    private static Map<String, String> settings(Path keys, boolean sends) {
        return Map.of(
                "headway.webhooks.keys", keys.toString(),
                "headway.webhooks.sending.auto-start", Boolean.toString(sends),
                "headway.chat.allow-insecure-targets", "true");
    }

    private void append(String stream, long version, String type, String payload) {
        database.sql(APPEND)
                .param("stream", stream)
                .param("version", version)
                .param("type", type)
                .param("payload", payload)
                .query(String.class)
                .single();
    }
}
