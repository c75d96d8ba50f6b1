package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Acknowledged means durable: killed in the middle of a loop of POSTs, the service has them all.
 */
class KillTheServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CLIENTS = 8;
    private static final int ENOUGH = 300;

    @TempDir Path home;

    @Test
    void every_acknowledged_post_is_there_after_kill_dash_nine() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (var service = ServiceProcess.start(home);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var manager = service.as(Role.MANAGER);
            var killed = new AtomicBoolean();
            for (int client = 0; client < CLIENTS; client++) {
                var name = "Client " + client;
                clients.submit(() -> registerUntil(killed, manager, name, acknowledged));
            }
            await().atMost(PATIENCE).until(() -> acknowledged.size() >= ENOUGH);
            service.kill();
            killed.set(true);
        }

        try (var service = ServiceProcess.start(home)) {
            var afterwards = register(service.as(Role.MANAGER), "Afterwards").position();
            assertThat(known(service.as(Role.VIEWER), afterwards)).containsAll(acknowledged);
        }
    }

    private static void registerUntil(
            AtomicBoolean killed, Caller manager, String name, Set<String> acknowledged) {
        for (int number = 0; !killed.get(); number++) {
            var answer = register(manager, name + ", " + number);
            if (answer.status() == 201) {
                acknowledged.add(answer.json().at("/id").asString());
            }
        }
    }

    private static Caller.Answered register(Caller manager, String name) {
        return manager.post(
                "/api/v1/partnerships",
                """
                {"name":"%s","partner":{"name":"Tidewater","type":"TELCO"}}
                """
                        .formatted(name));
    }

    private static Set<String> known(Caller viewer, long position) {
        var known = new HashSet<String>();
        var cursor = "";
        do {
            var page =
                    viewer.get(
                                    "/api/v1/partnerships?limit=200" + cursor,
                                    "Headway-Position",
                                    Long.toString(position))
                            .json();
            page.at("/items").forEach(item -> known.add(item.at("/id").asString()));
            var next = page.at("/nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return known;
    }
}
