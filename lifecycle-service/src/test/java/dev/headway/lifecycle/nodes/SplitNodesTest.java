package dev.headway.lifecycle.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.ProjectedRows;
import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.testing.Caller;
import dev.headway.testing.PoisonedPartnership;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A lifecycle node and a projection node together are what one process is. */
class SplitNodesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PROJECTIONS = "dev.headway.projections.";

    private static final int KILLS = Integer.getInteger("headway.node-kills", 1);

    /** As much as a node that starts again has to read at most, so that it comes to an end. */
    private static final int BEFORE_A_KILL = 1_000;

    @TempDir static Path folder;

    private static SplitNodes nodes;

    @BeforeAll
    static void start() throws Exception {
        nodes = SplitNodes.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    void every_question_is_answered_as_by_a_single_process() {
        var position = head();
        var ofOneProcess = SameAnswers.of(nodes.single.as(Role.ADMIN), position);
        assertThat(ofOneProcess)
                .hasSizeGreaterThan(SameAnswers.questions().size())
                .allSatisfy((_, answer) -> assertThat(answer).startsWith("200 "));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(SameAnswers.of(nodes.reader(Role.ADMIN), position))
                                        .isEqualTo(ofOneProcess));
    }

    @Test
    void what_is_for_the_other_kind_of_node_is_refused() {
        var manager = nodes.reader(Role.MANAGER).withoutContract();
        var command = manager.post("/api/v1/partnerships", "{}");
        assertThat(command.status()).as(command.text()).isEqualTo(421);
        assertThat(command.json().at("/type").asString()).endsWith("#misdirected");
        assertThat(manager.get("/api/v1/me").status()).isEqualTo(421);
        assertThat(manager.get("/api/v1/nothing").status()).isEqualTo(404);

        var question = nodes.lifecycle.as(Role.MANAGER).withoutContract();
        assertThat(question.get("/api/v1/alerts").status()).isEqualTo(421);
        assertThat(question.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void the_contract_says_which_kind_of_node_has_an_operation() {
        var handlers =
                nodes.single
                        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods();
        for (var operation : OpenApiContract.ofHeadway().operations()) {
            var packages =
                    handlers.entrySet().stream()
                            .filter(each -> serves(each.getKey(), operation))
                            .map(each -> each.getValue().getBeanType().getPackageName())
                            .toList();
            assertThat(packages)
                    .as(operation.toString())
                    .isNotEmpty()
                    .allMatch(
                            name ->
                                    SameAnswers.isOfProjections(operation)
                                            ? name.startsWith(PROJECTIONS)
                                            : !name.startsWith(PROJECTIONS) || isNoted(operation));
        }
    }

    /** Whether it is recorded who asks, so that it is asked where events are stored. */
    private static boolean isNoted(Operation operation) {
        return operation.path().startsWith("/api/v1/audit/")
                || operation.path().equals("/api/v1/events");
    }

    private static boolean serves(RequestMappingInfo mapping, Operation operation) {
        return mapping.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals(operation.method()))
                && mapping.getPatternValues().stream()
                        .map(pattern -> pattern.replace("{*", "{"))
                        .anyMatch(pattern -> shape(pattern).equals(shape(operation.path())));
    }

    /** A path whatever its variables are called. */
    private static String shape(String path) {
        return path.replaceAll("\\{\\w+}", "{}");
    }

    @Test
    void an_alert_that_a_projection_node_noticed_is_answered_at_a_lifecycle_node() {
        var viewer = nodes.reader(Role.VIEWER);
        await().atMost(PATIENCE).until(() -> !alerts(viewer).isEmpty());
        var alert = "/api/v1/alerts/" + alerts(viewer).getFirst();

        var answered = nodes.lifecycle.as(Role.MANAGER).post(alert + "/acknowledgement", "{}");

        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        var seen = viewer.get(alert, "Headway-Position", Long.toString(answered.position())).json();
        assertThat(seen.at("/status").asString()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void a_bulk_action_by_a_filter_is_about_what_projection_nodes_list() {
        var manager = nodes.lifecycle.as(Role.MANAGER);
        PartnershipOverHttp.prospect(manager, "Bulk {100 %} & one");
        PartnershipOverHttp.prospect(manager, "Bulk {100 %} & two");

        var parked = park(manager, "{\"q\": \"bulk {100 %} &\", \"stage\": [\"PROSPECT\"]}");
        var none = park(manager, "{\"q\": \"bulk {100 %} &\", \"ghost\": true}");
        var sorted = park(manager.withoutContract(), "{\"q\": \"bulk\", \"sort\": \"name\"}");

        assertThat(parked.json().at("/rows").findValuesAsString("outcome"))
                .as(parked.text())
                .containsExactly("DONE", "DONE");
        assertThat(none.json().at("/rows").size()).as(none.text()).isZero();
        assertThat(sorted.status()).isEqualTo(400);
        assertThat(sorted.json().at("/errors/0/pointer").asString()).isEqualTo("/filter/sort");
    }

    private static Caller.Answered park(Caller manager, String filter) {
        return manager.post(
                "/api/v1/bulk",
                """
                {"action": "PARK", "filter": %s,
                 "body": {"until": "2999-01-01", "reason": "They merge"}}
                """
                        .formatted(filter));
    }

    @Test
    void everything_of_somebody_is_handed_over_with_the_alerts_that_projection_nodes_noticed() {
        var manager = nodes.lifecycle.as(Role.MANAGER);
        var me = manager.get("/api/v1/me").json().at("/id").asString();
        var leaver = "{\"ownerId\": \"%s\"}".formatted(me);
        var desk = "Desk {100 %} & more";
        var reef = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Left behind");
        manager.put(
                reef.path() + "/seats/SUPPORT",
                "{\"holderId\": \"%s\", \"side\": \"OURS\"}".formatted(me));
        manager.post(
                reef.path() + "/steps",
                "{\"title\":\"Train\",\"ownerId\":\"%s\",\"side\":\"OURS\",\"dueOn\":\"2999-02-03\"}"
                        .formatted(me));
        var viewer = nodes.reader(Role.VIEWER);
        await().atMost(PATIENCE).until(() -> !open(viewer).isEmpty());
        for (var alert : open(viewer)) {
            manager.post("/api/v1/alerts/" + alert + "/acknowledgement", "{}");
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(AskedOfBoth.things(manager, leaver))
                                        .anyMatch(row -> row.contains("\"ALERTS\""))
                                        .isEqualTo(
                                                AskedOfBoth.things(
                                                        nodes.single.as(Role.MANAGER), leaver)));

        var report = AskedOfBoth.handOver(manager, "", leaver, desk).json();

        var handed = report.at("/rows").findValuesAsString("what");
        assertThat(handed).contains("SEATS", "STEPS", "ALERTS");
        assertThat(report.at("/rejected").asInt()).as(report.toString()).isZero();
        assertThat(report.at("/handed").asInt()).isEqualTo(handed.size());
        assertThat(AskedOfBoth.things(manager, leaver)).isEmpty();
        assertThat(AskedOfBoth.things(manager, "{\"owner\": \"desk {100 %} & MORE\"}"))
                .hasSameSizeAs(handed);
    }

    @Test
    void a_policy_is_previewed_by_what_projection_nodes_watch() {
        var position = Long.toString(head());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var told =
                                    AskedOfBoth.preview(
                                                    nodes.lifecycle.as(Role.ADMIN),
                                                    "Headway-Position",
                                                    position)
                                            .json();
                            assertThat(told.at("/items").findValuesAsString("then"))
                                    .anyMatch(each -> !each.equals("0"));
                            assertThat(told)
                                    .isEqualTo(
                                            AskedOfBoth.preview(
                                                            nodes.single.as(Role.ADMIN),
                                                            "Headway-Position",
                                                            position)
                                                    .json());
                        });
    }

    @Test
    void the_pack_of_a_quarter_has_the_alerts_and_figures_of_projection_nodes() {
        var position = Long.toString(head());
        var quarter = Quarter.of(Clock.systemUTC().instant(), ZoneOffset.UTC).toString();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var told =
                                    AskedOfBoth.pack(
                                            nodes.lifecycle.as(Role.AUDITOR), quarter, position);
                            assertThat(told.at("/ghostTowns/items")).isNotEmpty();
                            assertThat(told.at("/figures/stages")).isNotEmpty();
                            assertThat(told)
                                    .isEqualTo(
                                            AskedOfBoth.pack(
                                                    nodes.single.as(Role.AUDITOR),
                                                    quarter,
                                                    position));
                        });
    }

    @Test
    void a_calendar_is_served_by_the_projection_node_to_whoever_has_a_link_that_is_good() {
        var both = new AskedOfBoth(nodes);
        var nobody = nodes.with(null);
        var mine = both.calendar(Role.MANAGER, false);
        var all = both.calendar(Role.AUDITOR, true);
        for (var path : List.of(mine, all)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(AskedOfBoth.entries(nobody, path))
                                            .startsWith("BEGIN:VCALENDAR")
                                            .isEqualTo(
                                                    AskedOfBoth.entries(
                                                            nodes.single.asNobody(), path)));
        }
        assertThat(AskedOfBoth.entries(nobody, all)).contains("UID:step-", "UID:pilot-ends-");

        var tag = nobody.get(mine).header("ETag");
        assertThat(nobody.get(mine, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(nobody.get(mine).header("Last-Modified")).isNotEmpty();
        assertThat(
                        nobody.get(mine.replaceAll("_.{43}\\.ics", "_" + "A".repeat(43) + ".ics"))
                                .status())
                .isEqualTo(404);
        assertThat(nodes.lifecycle.asNobody().get(mine).status()).isEqualTo(421);

        var id = mine.replaceAll("/calendar/hwc_|_.*", "");
        nodes.lifecycle.as(Role.MANAGER).delete("/api/v1/calendar-links/" + id);
        assertThat(nobody.get(mine).status()).isEqualTo(404);
    }

    @Test
    void what_projection_nodes_are_asked_is_told_by_nobody_while_they_are_away() throws Exception {
        nodes.withoutProjection(
                () -> {
                    var somebody = "{\"owner\": \"Somebody\"}";
                    var manager = nodes.lifecycle.as(Role.MANAGER);
                    assertThat(AskedOfBoth.handOver(manager, "", somebody, "Mara").status())
                            .isEqualTo(503);
                    assertThat(AskedOfBoth.preview(nodes.lifecycle.as(Role.ADMIN)).status())
                            .isEqualTo(503);
                    assertThat(nodes.lifecycle.as(Role.AUDITOR).get("/api/v1/audit/pack").status())
                            .isEqualTo(503);
                });
    }

    @Test
    void a_rebuild_that_is_asked_of_a_lifecycle_node_is_made_by_the_projection_node()
            throws Exception {
        onNode("update ghost_clock set last_motion_at = '2020-01-01'");
        var asked =
                nodes.lifecycle.as(Role.ADMIN).post("/api/v1/projections/ghost-towns/rebuild", "");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);

        nodes.single.awaitProjections();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(rowsOfNode().get("ghost_clock"))
                                        .isEqualTo(rowsOfStore().get("ghost_clock")));
    }

    @Test
    void what_it_cannot_read_parks_its_partnership_until_it_is_replayed() throws Exception {
        var manager = nodes.lifecycle.as(Role.MANAGER);
        var spoilt = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Spoilt");
        var sound = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Sound");
        try (var mirror = NodeDatabase.connect(nodes.projection().home())) {
            PoisonedPartnership.spoil(mirror, spoilt.id());
        }
        spoilt.touchpoint();
        var position = Long.toString(sound.touchpoint().position());

        var auditor = nodes.reader(Role.AUDITOR);
        var letters = "/api/v1/dead-letters?limit=200&stream=" + spoilt.id();
        assertThat(auditor.get(sound.path() + "/next-steps", "Headway-Position", position).status())
                .isEqualTo(200);
        await().atMost(PATIENCE).until(() -> !auditor.get(letters).json().at("/items").isEmpty());

        try (var mirror = NodeDatabase.connect(nodes.projection().home());
                var store = nodes.single.bean(DataSource.class).getConnection()) {
            PoisonedPartnership.leave(mirror);
            PoisonedPartnership.repair(mirror, store, spoilt.id());
        }
        for (var name : nodes.single.bean(ProjectionProcessors.class).projections()) {
            var asked =
                    nodes.lifecycle
                            .as(Role.ADMIN)
                            .post("/api/v1/dead-letters/" + name + "/replay", "");
            assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        }
        await().atMost(PATIENCE).until(() -> auditor.get(letters).json().at("/items").isEmpty());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rowsOfNode()).isEqualTo(rowsOfStore()));
    }

    @Test
    void a_token_made_for_a_script_is_good_at_both_until_it_is_revoked() {
        var mine = nodes.lifecycle.as(Role.VIEWER);
        var made =
                mine.post(
                                "/api/v1/tokens",
                                """
                                {"name": "nightly", "roles": ["VIEWER"], "expiresOn": "%s"}
                                """
                                        .formatted(
                                                Clock.systemUTC()
                                                        .instant()
                                                        .plus(Duration.ofDays(7))))
                        .json();
        var script = nodes.with(made.at("/token").asString()).withoutContract();
        assertThat(script.get("/api/v1/partnerships").status()).isEqualTo(200);

        mine.delete("/api/v1/tokens/" + made.at("/id").asString());

        await().atMost(PATIENCE).until(() -> script.get("/api/v1/partnerships").status() == 401);
    }

    @Test
    void whoever_is_disabled_is_refused_at_the_projection_node() {
        var token = nodes.lifecycle.token(Role.APPROVER);
        var approver = nodes.with(token).withoutContract();
        assertThat(approver.get("/api/v1/partnerships").status()).isEqualTo(200);

        var person = nodes.lifecycle.with(token).get("/api/v1/me").json().at("/id").asString();
        var disabled =
                nodes.lifecycle
                        .as(Role.ADMIN)
                        .post("/api/v1/people/" + person + "/disabling", "{\"reason\": \"left\"}");
        assertThat(disabled.status()).as(disabled.text()).isEqualTo(200);

        await().atMost(PATIENCE).until(() -> approver.get("/api/v1/partnerships").status() == 401);
    }

    @Test
    void killed_under_load_it_goes_on_where_it_stood() throws Exception {
        var over = new AtomicBoolean();
        var written = new AtomicLong();
        var mayWrite = new Semaphore(0);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.submit(() -> write("Under load", mayWrite, over, written));
            for (int kill = 0; kill < KILLS; kill++) {
                mayWrite.release(BEFORE_A_KILL);
                var goal = written.get() + 40;
                await().atMost(PATIENCE).until(() -> written.get() >= goal);
                nodes.killProjection();
            }
            over.set(true);
            mayWrite.release();
        }

        var position = head();
        nodes.single.awaitProjections();
        assertThat(
                        nodes.reader(Role.VIEWER)
                                .get(
                                        "/api/v1/partnerships",
                                        "Headway-Position",
                                        Long.toString(position))
                                .status())
                .isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rowsOfNode()).isEqualTo(rowsOfStore()));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(alerts(nodes.reader(Role.VIEWER)))
                                        .isNotEmpty()
                                        .doesNotHaveDuplicates()
                                        .isEqualTo(alerts(nodes.single.as(Role.VIEWER))));
    }

    @Test
    void without_brokers_it_says_that_it_follows_nobody() throws Exception {
        var viewer = nodes.reader(Role.VIEWER);
        assertThat(viewer.get("/api/v1/projections").json().at("/mirror/following").asBoolean())
                .isTrue();
        nodes.broker.kill();
        try {
            await().atMost(PATIENCE).until(() -> readiness() == 503);
            var projections = viewer.get("/api/v1/projections").json();
            assertThat(projections.at("/mirror/following").asBoolean()).isFalse();
        } finally {
            nodes.broker.startAgain();
        }
        await().atMost(PATIENCE).until(() -> readiness() == 200);
    }

    private static void onNode(String statements) throws Exception {
        NodeDatabase.of(nodes.projection().home()).sql(statements).update();
    }

    private static void write(
            String name, Semaphore mayWrite, AtomicBoolean over, AtomicLong written) {
        var partnership =
                PartnershipOverHttp.registered(
                        nodes.lifecycle.as(Role.MANAGER), Clock.systemUTC(), name);
        while (!over.get()) {
            partnership.touchpoint();
            written.incrementAndGet();
            mayWrite.acquireUninterruptibly();
        }
    }

    private static long head() {
        return nodes.single.as(Role.VIEWER).get("/api/v1/projections").json().at("/head").asLong();
    }

    private static List<String> alerts(Caller reader) {
        return alerts(reader, "limit=200");
    }

    private static List<String> open(Caller reader) {
        return alerts(reader, "limit=3&status=OPEN");
    }

    private static List<String> alerts(Caller reader, String query) {
        return reader.get("/api/v1/alerts?" + query)
                .json()
                .at("/items")
                .valueStream()
                .map(each -> each.at("/id").asString())
                .sorted()
                .toList();
    }

    private static Map<String, List<String>> rowsOfNode() throws Exception {
        return ProjectedRows.of(
                NodeDatabase.of(nodes.projection().home()), nodes.single.beans(Projection.class));
    }

    private static Map<String, List<String>> rowsOfStore() {
        return ProjectedRows.of(nodes.single);
    }

    private static int readiness() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var probe =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            nodes.projection().uri()
                                                    + "/actuator/health/readiness"))
                            .build();
            return http.send(probe, BodyHandlers.discarding()).statusCode();
        }
    }
}
