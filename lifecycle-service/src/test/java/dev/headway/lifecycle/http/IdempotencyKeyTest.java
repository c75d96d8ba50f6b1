package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    private static RunningHeadway headway;
    private static final String PARTNERSHIPS = "/api/v1/partnerships";
    private static final String NORTHWIND =
            """
            {"name":"Northwind resale","partner":{"name":"Northwind Relay","type":"RESELLER"}}
            """;

    private static Caller manager;
    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void the_same_call_again_gets_the_first_answer_byte_for_byte() {
        var first = manager.post(PARTNERSHIPS, NORTHWIND, "Idempotency-Key", key);
        var again = manager.post(PARTNERSHIPS, NORTHWIND, "Idempotency-Key", '"' + key + '"');
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Headway-Position")).isEqualTo(first.header("Headway-Position"));
    }

    @Test
    void a_key_is_for_one_body() {
        manager.post(PARTNERSHIPS, NORTHWIND, "Idempotency-Key", key);
        var other =
                manager.post(
                        PARTNERSHIPS,
                        NORTHWIND.replace("resale", "referral"),
                        "Idempotency-Key",
                        key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().at("/type").asString()).endsWith("#key-reused");
    }

    @Test
    void a_key_belongs_to_its_caller() {
        var mine = manager.post(PARTNERSHIPS, NORTHWIND, "Idempotency-Key", key);
        var theirs =
                headway.as(Role.APPROVER).post(PARTNERSHIPS, NORTHWIND, "Idempotency-Key", key);
        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.text()).isNotEqualTo(mine.text());
    }

    @Test
    void an_answer_that_stored_nothing_is_given_again_as_well() {
        var partnership = manager.post(PARTNERSHIPS, NORTHWIND).header("Location");
        var body = "{\"outcome\":\"done\"}";
        var unknownStep = partnership + "/steps/nobody-knows/completion";
        var first = manager.post(unknownStep, body, "Idempotency-Key", key);
        var again = manager.post(unknownStep, body, "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(404);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "\"half", "\"\""})
    void a_key_that_is_none_is_refused(String malformed) {
        assertThat(manager.post(PARTNERSHIPS, NORTHWIND, "Idempotency-Key", malformed).status())
                .isEqualTo(400);
        assertThat(
                        manager.post(PARTNERSHIPS, NORTHWIND, "Idempotency-Key", "k".repeat(256))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void twenty_at_once_have_one_effect() throws Exception {
        var calls = new ArrayList<Callable<Caller.Answered>>();
        for (int i = 0; i < 20; i++) {
            calls.add(() -> manager.post(PARTNERSHIPS, NORTHWIND, "Idempotency-Key", key));
        }
        var bodies = new ArrayList<String>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : clients.invokeAll(calls)) {
                var answer = future.get();
                assertThat(answer.status()).isIn(201, 409);
                if (answer.status() == 201) {
                    bodies.add(answer.text());
                } else {
                    assertThat(answer.header("Retry-After")).isEqualTo("1");
                }
            }
        }
        assertThat(bodies).isNotEmpty().allMatch(bodies.getFirst()::equals);
    }
}
