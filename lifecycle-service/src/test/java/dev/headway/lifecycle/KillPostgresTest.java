package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.testing.Caller;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL and all its children are killed in the middle of a loop of POSTs. The service stays
 * up; callers repeat with the same key what was not acknowledged, until it is. Twenty times of it:
 * {@code ./headway kills}.
 */
class KillPostgresTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CLIENTS = 8;
    private static final int ENOUGH = 150;

    @TempDir Path folder;

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    @Test
    void every_command_has_one_effect_after_kill_dash_nine_of_postgresql() throws Exception {
        try (var postgres = new DurablePostgres(folder.resolve("postgres"));
                var service = service(postgres.url("postgres"));
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var manager = caller(service, Role.MANAGER);
            var partnership = register(manager);
            var over = new AtomicBoolean();
            for (int client = 0; client < CLIENTS; client++) {
                var name = "client-" + client;
                clients.submit(() -> touchUntil(over, manager, partnership, name));
            }
            await().atMost(PATIENCE).until(() -> acknowledged.size() >= ENOUGH);
            postgres.kill();
            await().atMost(PATIENCE).until(() -> !unknown.isEmpty());
            postgres.startAgain();
            var before = acknowledged.size();
            await().atMost(PATIENCE).until(() -> acknowledged.size() >= before + ENOUGH);
            over.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

            var database = JdbcClient.create(postgres.database());
            assertThat(acknowledged.keySet()).containsAll(unknown).isEqualTo(sent);
            assertThat(summaries(database, "event")).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(positionsOf(database)).containsAllEntriesOf(acknowledged);
            assertThat(versions(database)).isEqualTo(firstNumbers(sent.size() + 1));

            var viewer = caller(service, Role.VIEWER);
            var newest = acknowledged.values().stream().mapToLong(Long::longValue).max();
            var answer =
                    viewer.get(
                            "/api/v1/partnerships/" + partnership,
                            "Headway-Position",
                            Long.toString(newest.orElseThrow()));
            assertThat(answer.header("ETag")).isEqualTo("\"" + (sent.size() + 1) + "\"");
            assertThat(summaries(database, "audit_entry"))
                    .containsExactlyElementsOf(summaries(database, "event"));
        }
    }

    private ServiceProcess service(String url) throws Exception {
        return ServiceProcess.start(
                HeadwayApplication.class,
                Files.createDirectory(folder.resolve("home")),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=unused");
    }

    private static Caller caller(ServiceProcess service, Role role) {
        return service.as(role).withContract(OpenApiContract.ofHeadway());
    }

    private static String register(Caller manager) {
        return manager.post(
                        "/api/v1/partnerships",
                        "{\"name\":\"Tidewater\",\"partner\":{\"name\":\"Tidewater\",\"type\":\"TELCO\"}}")
                .json()
                .at("/id")
                .asString();
    }

    private void touchUntil(AtomicBoolean over, Caller manager, String partnership, String client) {
        for (int number = 0; !over.get(); number++) {
            var key = client + "-" + number;
            sent.add(key);
            await().atMost(PATIENCE).until(() -> isSettled(manager, partnership, key));
        }
    }

    /** Anything but 200 leaves it open whether the touchpoint was stored. */
    private boolean isSettled(Caller manager, String partnership, String key) {
        var answer =
                manager.post(
                        "/api/v1/partnerships/" + partnership + "/touchpoints",
                        "{\"kind\":\"MESSAGE\",\"summary\":\"%s\"}".formatted(key),
                        "Idempotency-Key",
                        key);
        if (answer.status() != 200) {
            unknown.add(key);
            return false;
        }
        acknowledged.put(key, answer.position());
        return true;
    }

    private static List<String> summaries(JdbcClient database, String table) {
        return database.sql(
                        """
                        select   payload::json ->> 'summary'
                        from     %s
                        where    version > 1
                        and      stream not like 'person/%%'
                        order by position
                        """
                                .formatted(table))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Map<String, Long> positionsOf(JdbcClient database) {
        return database
                .sql(
                        """
                        select payload::json ->> 'summary' as summary, position
                        from   event
                        where  version > 1
                        """)
                .query((row, _) -> Map.entry(row.getString("summary"), row.getLong("position")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Long> versions(JdbcClient database) {
        return database.sql(
                        "select version from event where stream not like 'person/%' order by position")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static List<Long> firstNumbers(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
