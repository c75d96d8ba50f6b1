package dev.headway.lifecycle.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.PartnershipSnapshot;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import dev.headway.testing.Caller;
import java.time.Duration;
import java.util.Random;
import org.axonframework.common.caching.Cache;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PartnershipSnapshotTest {

    private static RunningHeadway headway;
    private static Caller manager;
    private static JdbcClient database;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
        database = headway.superuser();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_a_history_adds_up_to_is_the_same_after_it_was_written_down(long seed) {
        var random = new Random(seed);
        var asks = new RandomCommands(random);
        var now = SampleHistories.NOW;
        PartnershipState state = new Unregistered();
        for (int i = 0; i < 2_000; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(100)));
            var context = new DecisionContext(now, "mia", null, () -> Policy.OUT_OF_THE_BOX);
            var command = i == 0 ? asks.first(now) : asks.next(state, now);
            state =
                    switch (command.decide(state, context)) {
                        case Decision.Happened happened -> History.after(state, happened.events());
                        case Decision.Corrected corrected -> state.evolve(corrected.anew());
                        case Decision.Refused refused -> state.evolve(refused.event());
                        case Decision.Illegal _,
                                Decision.Broken _,
                                Decision.Forbidden _,
                                Decision.Missing _ ->
                                state;
                    };
            if (state instanceof Registered registered && i % 50 == 0) {
                assertThat(writtenAndRead(registered)).isEqualTo(registered);
            }
        }
    }

    @Test
    void a_long_history_is_loaded_from_its_snapshot() {
        var id = registered();
        for (int n = 0; n < 110; n++) {
            recordTouchpoint(id);
        }
        await().until(() -> snapshots(id) == 1);
        // what is in the snapshot counts, not the events before it
        database.sql("update event set payload = 'unreadable' where stream = :id and version < 50")
                .param("id", id)
                .update();

        headway.bean("partnershipCache", Cache.class).removeAll();
        assertThat(recordTouchpoint(id).json().at("/version").asInt()).isEqualTo(112);
        assertThat(manager.get("/api/v1/partnerships/" + id + "/gate").status()).isEqualTo(200);
    }

    @Test
    void a_snapshot_of_another_revision_is_passed_over() {
        var id = registered();
        for (int n = 0; n < 110; n++) {
            recordTouchpoint(id);
        }
        await().until(() -> snapshots(id) == 1);
        database.sql("update snapshot set revision = '0', payload = '{}' where stream = :id")
                .param("id", id)
                .update();

        headway.bean("partnershipCache", Cache.class).removeAll();
        assertThat(recordTouchpoint(id).json().at("/version").asInt()).isEqualTo(112);
        assertThat(manager.get("/api/v1/partnerships/" + id + "/gate").status()).isEqualTo(200);
    }

    private static PartnershipState writtenAndRead(Registered state) {
        var serializer = headway.bean("eventSerializer", Serializer.class);
        var before = new Partnership(PartnershipSnapshot.of(SampleHistories.ID, state));
        Partnership after = serializer.deserialize(serializer.serialize(before, String.class));
        return after.state();
    }

    private static String registered() {
        return manager.post(
                        "/api/v1/partnerships",
                        """
                        {"name":"Long","partner":{"name":"Tidewater","type":"TELCO"}}
                        """)
                .json()
                .at("/id")
                .asString();
    }

    private static Caller.Answered recordTouchpoint(String id) {
        return manager.post(
                "/api/v1/partnerships/" + id + "/touchpoints",
                """
                {"kind":"MESSAGE","summary":"One more"}
                """);
    }

    private static long snapshots(String id) {
        return database.sql("select count(*) from snapshot where stream = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
