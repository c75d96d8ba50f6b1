package dev.headway.lifecycle.partnership.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.ProjectedRows;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.operations.RebuildQueue;
import dev.headway.projections.processing.Projection;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tables that followed corrections one by one are the tables that a rebuild makes of them. */
class CorrectedTablesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 11, 4711})
    void a_rebuild_after_many_corrections_changes_nothing(long seed) {
        var random = new Random(seed);
        var partnerships = new ArrayList<PartnershipOverHttp>();
        for (int n = 0; n < 4; n++) {
            partnerships.add(
                    PartnershipOverHttp.registered(manager, clock, "P" + seed + n).launched());
        }
        awaitPosition(head());
        var corrected = 0;
        for (int step = 0; step < 60; step++) {
            clock.advance(Duration.ofHours(random.nextInt(200)));
            corrected += change(partnerships.get(random.nextInt(4)), random) ? 1 : 0;
        }
        assertThat(corrected).isGreaterThan(10);
        headway.as(Role.ADMIN).get("/api/v1/me"); // known before, and not by rebuilding
        var position = awaitEverything();

        var before = ProjectedRows.of(headway);
        rebuildAll(position);

        assertThat(ProjectedRows.of(headway)).isEqualTo(before);
    }

    /** One more fact, or one less, or another; true for what corrects. */
    private boolean change(PartnershipOverHttp of, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> of.touchpoint().status() > 201;
            case 1 -> of.step("Call", "OURS", Duration.ofDays(random.nextInt(50))).status() > 201;
            case 2 -> post(of, "/measurements", "{\"value\":%d,\"evidence\":\"x\"}", random) > 201;
            case 3 -> post(of, "/voiding", "{\"reason\":\"number %d\"}", random) == 200 && back(of);
            case 4, 5 ->
                    post(of, "/history/" + any(of, random) + "/withdrawal", WHY, random) == 200;
            case 6 -> patched(of, random) > 201;
            default ->
                    post(
                                    of,
                                    "/history/" + any(of, random) + "/correction",
                                    "{\"reason\":\"x\",\"effectiveAt\":\"%s\"}"
                                            .formatted(clock.instant().minusSeconds(60)),
                                    random)
                            == 200;
        };
    }

    private static final String WHY = "{\"reason\":\"It never held, %d\"}";

    private boolean back(PartnershipOverHttp of) {
        return manager.delete(of.path() + "/voiding").status() == 200;
    }

    private int patched(PartnershipOverHttp of, Random random) {
        var name = "{\"name\":\"Renamed %d\",\"segment\":\"s%<d\"}".formatted(random.nextInt(99));
        return manager.patch(of.path(), name).status();
    }

    private int post(PartnershipOverHttp of, String below, String body, Random random) {
        var answer = manager.post(of.path() + below, body.formatted(random.nextInt(99)));
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
        return answer.status();
    }

    private static String any(PartnershipOverHttp of, Random random) {
        var history = of.get("/history?limit=200").json().at("/items");
        return history.get(random.nextInt(history.size())).at("/eventId").asString();
    }

    private String awaitEverything() {
        var last = manager.post("/api/v1/partnerships", NEW).header("Headway-Position");
        awaitPosition(last);
        return last;
    }

    private static final String NEW =
            "{\"name\":\"Last\",\"partner\":{\"name\":\"Last Ltd\",\"type\":\"TELCO\"}}";

    /** What is withdrawn is looked up in histories, which follow. */
    private String head() {
        return String.valueOf(headway.bean(EventLog.class).head());
    }

    private void awaitPosition(String position) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                projections()
                                        .valueStream()
                                        .allMatch(
                                                each ->
                                                        each.at("/position").asLong()
                                                                >= Long.parseLong(position)));
    }

    private JsonNode projections() {
        return manager.get("/api/v1/projections").json().at("/items");
    }

    private void rebuildAll(String position) {
        for (var projection : headway.beans(Projection.class)) {
            var begun =
                    headway.as(Role.ADMIN)
                            .post("/api/v1/projections/" + projection.name() + "/rebuild", "");
            assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        }
        var rebuilding = headway.bean(RebuildQueue.class);
        await().atMost(PATIENCE).until(() -> !rebuilding.isBuilding());
        awaitPosition(position);
    }
}
