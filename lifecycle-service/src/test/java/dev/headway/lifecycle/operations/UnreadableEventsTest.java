package dev.headway.lifecycle.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.ProjectedRows;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.operations.RebuildQueue;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Events in the store that nothing here reads: their partnership waits, and nobody else does. */
class UnreadableEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DrivenClock clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final RunningHeadway headway =
            RunningHeadway.startAt(
                    clock, "headway.sealing.after=1h"); // what is spoilt is not sealed
    private final Caller manager = headway.as(Role.MANAGER);
    private final Caller admin = headway.as(Role.ADMIN);
    private final Caller auditor = headway.as(Role.AUDITOR);
    private final JdbcClient database = headway.superuser();
    private final ProjectionProcessors processors = headway.bean(ProjectionProcessors.class);

    @AfterEach
    void stop() {
        headway.close();
    }

    @Test
    void its_partnership_is_parked_and_says_so_and_a_replay_makes_up_for_it() {
        var acme = PartnershipOverHttp.registered(manager, clock, "Acme").launched();
        var globex = PartnershipOverHttp.registered(manager, clock, "Globex").launched();
        headway.awaitProjections();
        processors.stop();
        acme.touchpoint();
        globex.touchpoint();
        acme.touchpoint();
        spoil(acme, 1);

        processors.start();
        headway.awaitProjections();

        var letters = letters("limit=200");
        assertThat(letters)
                .hasSize(headway.beans(Projection.class).size())
                .allSatisfy(
                        letter -> {
                            assertThat(letter.at("/stream").asString()).isEqualTo(acme.id());
                            assertThat(letter.at("/laterEvents").asInt()).isBetween(1, 2);
                        });
        assertThat(parked()).allMatch(parked -> parked == 1);
        await().atMost(PATIENCE).until(() -> behind(acme).equals(List.of("next-steps")));
        assertThat(behind(globex)).isEmpty();
        assertThat(globex.get("/history?kind=TouchpointRecorded").json().at("/items")).hasSize(1);
        assertThat(acme.get("/history?kind=TouchpointRecorded").json().at("/items")).isEmpty();

        repair();
        for (var letter : letters) {
            var replay = replay(letter);
            assertThat(replay.json().at("/outcome").asString()).isEqualTo("REPLAYED");
        }

        assertThat(letters("limit=200")).isEmpty();
        assertThat(acme.get("/history?kind=TouchpointRecorded").json().at("/items")).hasSize(2);
        assertThatTablesAreThoseOfARebuild();
    }

    @Test
    void a_list_of_letters_is_paged_and_filtered() {
        var acme = PartnershipOverHttp.registered(manager, clock, "Acme").launched();
        headway.awaitProjections();
        processors.stop();
        acme.touchpoint();
        spoil(acme, 0);
        processors.start();
        headway.awaitProjections();

        var first = auditor.get("/api/v1/dead-letters?limit=4").json();
        var rest =
                auditor.get(
                                "/api/v1/dead-letters?limit=200&cursor="
                                        + first.at("/nextCursor").asString())
                        .json();

        assertThat(names(Stream.of(first, rest).flatMap(each -> each.at("/items").valueStream())))
                .hasSize(headway.beans(Projection.class).size())
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(letters("projection=audit&projection=watching&stream=" + acme.id())).hasSize(2);
        assertThat(letters("stream=nobody")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {7})
    void after_random_poison_and_all_replays_the_tables_are_those_of_a_rebuild(long seed) {
        var random = new Random(seed);
        var sound = new ArrayList<PartnershipOverHttp>();
        for (int each = 0; each < 5; each++) {
            sound.add(PartnershipOverHttp.registered(manager, clock, "P" + each).launched());
        }
        for (int round = 0; round < 3; round++) {
            headway.awaitProjections();
            processors.stop();
            for (int step = 0; step < 15; step++) {
                clock.advance(Duration.ofHours(random.nextInt(100)));
                change(sound.get(random.nextInt(sound.size())), random);
            }
            spoil(sound.remove(random.nextInt(sound.size())), 1 + random.nextInt(3));
            processors.start();
        }
        headway.awaitProjections();
        assertThat(letters("limit=200")).isNotEmpty();

        repair();
        for (var projection : headway.beans(Projection.class)) {
            admin.post("/api/v1/dead-letters/" + projection.name() + "/replay", "");
        }
        await().atMost(PATIENCE).until(() -> letters("limit=200").isEmpty());

        assertThat(outcomes()).containsExactly("REPLAYED");
        assertThatTablesAreThoseOfARebuild();
    }

    private List<String> outcomes() {
        return database.sql("select distinct outcome from dead_letter_replay")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void change(PartnershipOverHttp of, Random random) {
        var answer =
                switch (random.nextInt(5)) {
                    case 0 -> of.touchpoint();
                    case 1 -> of.step("Call", "OURS", Duration.ofDays(random.nextInt(50)));
                    case 2 ->
                            manager.post(
                                    of.path() + "/measurements",
                                    "{\"value\":%d,\"evidence\":\"x\"}"
                                            .formatted(random.nextInt(9)));
                    case 3 -> of.touchpoint();
                    default ->
                            manager.post(
                                    of.path() + "/history/" + lastTouchpoint(of) + "/withdrawal",
                                    "{\"reason\":\"It never held\"}");
                };
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
    }

    private String lastTouchpoint(PartnershipOverHttp of) {
        return database.sql(
                        """
                        select   event_id
                        from     event
                        where    stream = :stream
                        order by type = 'TouchpointRecorded' desc, version desc
                        limit    1
                        """)
                .param("stream", of.id())
                .query(String.class)
                .single();
    }

    /** Makes one of the last events of a partnership something that nothing here reads. */
    private void spoil(PartnershipOverHttp of, long before) {
        database.sql(
                        """
                        update event
                        set    type = 'Spoilt' || type
                        where  stream  = :stream
                        and    version = (select max(version) - :before from event where stream = :stream)
                        """)
                .param("stream", of.id())
                .param("before", before)
                .update();
    }

    /** As the next version of the software would read them. */
    private void repair() {
        database.sql(
                        "update event set type = replace(type, 'Spoilt', '') where type like 'Spoilt%'")
                .update();
    }

    private List<JsonNode> letters(String asked) {
        return auditor.get("/api/v1/dead-letters?" + asked)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static List<String> names(Stream<JsonNode> letters) {
        return letters.map(each -> each.at("/projection").asString()).toList();
    }

    private Caller.Answered replay(JsonNode letter) {
        return admin.post(
                "/api/v1/dead-letters/%s/%s/replay"
                        .formatted(
                                letter.at("/projection").asString(),
                                letter.at("/stream").asString()),
                "");
    }

    private List<Integer> parked() {
        return manager.get("/api/v1/projections")
                .json()
                .at("/items")
                .valueStream()
                .map(each -> each.at("/parked").asInt())
                .toList();
    }

    private static List<String> behind(PartnershipOverHttp of) {
        var header = of.get("/next-steps").header("Headway-Behind");
        return header == null || header.isEmpty() ? List.of() : List.of(header.split(", "));
    }

    private void assertThatTablesAreThoseOfARebuild() {
        headway.awaitProjections();
        var replayed = ProjectedRows.of(headway);
        for (var projection : headway.beans(Projection.class)) {
            admin.post("/api/v1/projections/" + projection.name() + "/rebuild", "");
        }
        var rebuilding = headway.bean(RebuildQueue.class);
        await().atMost(PATIENCE).until(() -> !rebuilding.isBuilding());

        var rebuilt = ProjectedRows.of(headway);
        assertThat(replayed.keySet()).isEqualTo(rebuilt.keySet());
        replayed.forEach(
                (table, rows) ->
                        assertThat(rows)
                                .as(table)
                                .containsExactlyInAnyOrderElementsOf(
                                        rebuilt.getOrDefault(table, List.of())));
    }
}
