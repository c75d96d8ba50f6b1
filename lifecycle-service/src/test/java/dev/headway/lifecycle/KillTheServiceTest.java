package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.testing.Caller;
import dev.headway.testing.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Acknowledged means durable: killed in the middle of a loop of POSTs, the service has them all,
 * and what was not answered is settled by its key. Twenty times of it, and of PostgreSQL: {@code
 * ./headway kills}.
 */
class KillTheServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CLIENTS = 8;
    private static final int ENOUGH = 300;

    @TempDir Path home;

    @Test
    void every_post_is_there_once_after_kill_dash_nine_and_another_try() throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        Set<String> sent = ConcurrentHashMap.newKeySet();
        try (var service = ServiceProcess.start(HeadwayApplication.class, home);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var manager = caller(service, Role.MANAGER);
            var killed = new AtomicBoolean();
            for (int client = 0; client < CLIENTS; client++) {
                var name = "Client " + client;
                clients.submit(() -> registerUntil(killed, manager, name, sent, acknowledged));
            }
            await().atMost(PATIENCE).until(() -> acknowledged.size() >= ENOUGH);
            service.kill();
            killed.set(true);
        }

        try (var service = ServiceProcess.start(HeadwayApplication.class, home)) {
            var manager = caller(service, Role.MANAGER);
            for (var name : sent) {
                var again = register(manager, name).json().at("/id").asString();
                assertThat(again).isEqualTo(acknowledged.getOrDefault(name, again));
            }
            var afterwards = register(manager, "Afterwards").position();
            var known = known(caller(service, Role.VIEWER), afterwards);
            assertThat(known.values()).containsAll(sent).doesNotHaveDuplicates();
            assertThat(known.keySet()).containsAll(acknowledged.values());
        }
    }

    private static Caller caller(ServiceProcess service, Role role) {
        return service.as(role).withContract(OpenApiContract.ofHeadway());
    }

    private static void registerUntil(
            AtomicBoolean killed,
            Caller manager,
            String client,
            Set<String> sent,
            Map<String, String> acknowledged) {
        for (int number = 0; !killed.get(); number++) {
            var name = client + ", " + number;
            sent.add(name);
            var answer = register(manager, name);
            if (answer.status() == 201) {
                acknowledged.put(name, answer.json().at("/id").asString());
            }
        }
    }

    private static Caller.Answered register(Caller manager, String name) {
        return manager.post(
                "/api/v1/partnerships",
                """
                {"name":"%s","partner":{"name":"Tidewater","type":"TELCO"}}
                """
                        .formatted(name),
                "Idempotency-Key",
                name.replaceAll("[^A-Za-z0-9]", "-"));
    }

    private static Map<String, String> known(Caller viewer, long position) {
        var known = new HashMap<String, String>();
        var cursor = "";
        do {
            var page =
                    viewer.get(
                                    "/api/v1/partnerships?limit=200" + cursor,
                                    "Headway-Position",
                                    Long.toString(position))
                            .json();
            page.at("/items")
                    .forEach(
                            item ->
                                    known.put(
                                            item.at("/id").asString(),
                                            item.at("/name").asString()));
            var next = page.at("/nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return known;
    }
}
