package dev.headway.lifecycle.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.HeadwayApplication;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.testing.Caller;
import dev.headway.testing.ServiceProcess;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Somebody with many seats, twice as many open steps and some alerts leaves. The service is killed
 * in the middle of the handover; the same call again finishes it, each thing handed over once, and
 * no ghost town comes a day earlier or later. {@code -Dheadway.leaver.seats=500} are more.
 */
class LeaverTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SEATS = Integer.getInteger("headway.leaver.seats", 120);
    private static final int STEPS_OF_EACH = 2;
    private static final int ALERTS = SEATS / 10;

    @TempDir Path home;

    @Test
    void everything_is_handed_over_once_after_kill_dash_nine_and_the_same_call_again()
            throws Exception {
        Map<String, String> ghostDates;
        String leaver;
        String heir;
        int handedBefore;
        try (var service = ServiceProcess.start(HeadwayApplication.class, home);
                var aside = Executors.newVirtualThreadPerTaskExecutor()) {
            leaver = id(caller(service, Role.MANAGER));
            heir = id(caller(service, Role.VIEWER));
            hasEverything(service, leaver);
            ghostDates = ghostDates(caller(service, Role.VIEWER));
            var approver = caller(service, Role.APPROVER);
            aside.submit(() -> handOver(approver, leaver, heir));
            await().atMost(PATIENCE)
                    .until(
                            () ->
                                    pages(approver, "/api/v1/partnerships?ownerId=" + heir).size()
                                            >= 20);
            service.kill();
        }

        try (var service = ServiceProcess.start(HeadwayApplication.class, home)) {
            var approver = caller(service, Role.APPROVER);
            var done = handOver(approver, leaver, heir);
            var report = done.json();
            handedBefore = SEATS + SEATS * STEPS_OF_EACH + ALERTS - report.at("/handed").asInt();

            assertThat(report.at("/rejected").asInt()).isZero();
            assertThat(report.at("/unchanged").asInt()).isZero();
            assertThat(handedBefore).as("handed over before the kill").isPositive();
            assertThat(handOver(approver, leaver, heir).text())
                    .as("told again")
                    .isEqualTo(done.text());
            assertThat(subjects(approver, "SeatFilled", "holderId", heir, "stream")).hasSize(SEATS);
            assertThat(subjects(approver, "StepOwnerChanged", "ownerId", heir, "stepId"))
                    .hasSize(SEATS * STEPS_OF_EACH);
            assertThat(subjects(approver, "AlertHandedOver", "ownerId", heir, "alertId"))
                    .hasSize(ALERTS);
            for (var list : List.of("partnerships", "next-steps", "alerts")) {
                assertThat(pages(approver, "/api/v1/" + list + "?ownerId=" + leaver)).isEmpty();
            }
            assertThat(ghostDates(approver)).isEqualTo(ghostDates);
        }
    }

    /** By an import as a text, which becomes a person by a handover of its own. */
    private static void hasEverything(ServiceProcess service, String leaver) throws Exception {
        var admin = caller(service, Role.ADMIN);
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS);
        var rows =
                IntStream.range(0, SEATS)
                        .mapToObj(
                                i ->
                                        i < ALERTS
                                                ? row(i, now.minus(Duration.ofDays(200)), true)
                                                : row(i, now.minus(Duration.ofDays(2)), false))
                        .collect(Collectors.joining("\n"));
        var csv =
                "externalKey,name,partnerName,partnerType,owner,registeredAt,pilotAt,launchAt,lastMotionAt\n"
                        + rows;
        var imported =
                answered(
                        () ->
                                admin.send(
                                        "POST",
                                        "/api/v1/imports",
                                        "text/csv",
                                        BodyPublishers.ofString(csv)));
        assertThat(imported.json().at("/rejected").asInt()).as(imported.text()).isZero();
        var manager = caller(service, Role.MANAGER);
        var body =
                """
                {"from": {"owner": " lea  VERR"}, "to": {"ownerId": "%s"},
                 "reason": "The directory knows her now"}
                """
                        .formatted(leaver);
        answered(() -> manager.post("/api/v1/handovers", body));
        var ids =
                pages(manager, "/api/v1/partnerships?ownerId=" + leaver).stream()
                        .map(item -> item.at("/id").asString())
                        .toList();
        assertThat(ids).hasSize(SEATS);
        eachAtOnce(
                ids.stream().flatMap(id -> Stream.of(id + "/1", id + "/2")).toList(),
                step -> plan(manager, step, leaver));
        await().atMost(PATIENCE).until(() -> ghostTowns(manager).size() == ALERTS);
        eachAtOnce(
                ghostTowns(manager).stream().map(alert -> alert.at("/id").asString()).toList(),
                id ->
                        answered(
                                () ->
                                        manager.post(
                                                "/api/v1/alerts/" + id + "/acknowledgement",
                                                "{}")));
    }

    /** Once, however often it is asked for. */
    private static void plan(Caller manager, String step, String owner) {
        var body =
                """
                {"title": "Train", "ownerId": "%s", "side": "OURS", "dueOn": "2099-01-01"}
                """
                        .formatted(owner);
        var partnership = step.substring(0, step.indexOf('/'));
        answered(
                () ->
                        manager.post(
                                "/api/v1/partnerships/" + partnership + "/steps",
                                body,
                                "Idempotency-Key",
                                step.replace('/', '-')));
    }

    private static String row(int number, Instant since, boolean launched) {
        var day = since.toString().substring(0, 10);
        return "key-%d,Reef %d,Reef Ltd,TELCO,Lea Verr,%s,%s"
                .formatted(number, number, day, launched ? "%1$s,%1$s,%1$s".formatted(day) : ",,");
    }

    private static <T> void eachAtOnce(List<T> all, Consumer<T> call) throws Exception {
        try (var clients = Executors.newFixedThreadPool(8)) {
            var calls = all.stream().map(each -> clients.submit(() -> call.accept(each))).toList();
            for (var each : calls) {
                each.get();
            }
        }
    }

    private static List<JsonNode> ghostTowns(Caller caller) {
        return pages(caller, "/api/v1/alerts?rule=ghost-town&status=OPEN");
    }

    private static Caller.Answered handOver(Caller caller, String from, String to) {
        var body =
                """
                {"to": {"ownerId": "%s"}, "reason": "Lea leaves us"}
                """
                        .formatted(to);
        return answered(
                () ->
                        caller.post(
                                "/api/v1/people/" + from + "/handover",
                                body,
                                "Idempotency-Key",
                                "lea-leaves"));
    }

    /** Where lists are far behind, it is asked again. */
    private static Caller.Answered answered(Callable<Caller.Answered> call) {
        return await().atMost(PATIENCE).until(call, answer -> answer.status() != 503);
    }

    /** Of which the record says that they were given to somebody, as often as it says so. */
    private static List<String> subjects(
            Caller caller, String type, String owner, String id, String subject) {
        var all =
                pages(caller, "/api/v1/audit/entries?kind=" + type).stream()
                        .filter(entry -> entry.at("/" + owner).asString("").equals(id))
                        .map(entry -> entry.at("/" + subject).asString())
                        .toList();
        assertThat(all).doesNotHaveDuplicates();
        return all;
    }

    private static Map<String, String> ghostDates(Caller caller) {
        var dates = new HashMap<String, String>();
        pages(caller, "/api/v1/partnerships?sort=name")
                .forEach(
                        item ->
                                dates.put(
                                        item.at("/id").asString(),
                                        item.at("/ghostAt").asString("never")
                                                + item.at("/lastMotion")));
        return dates;
    }

    /** All pages of a list, as of everything that is stored. */
    private static List<JsonNode> pages(Caller caller, String path) {
        var head = caller.get("/api/v1/projections").json().at("/head").asString();
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var next = path + (path.contains("?") ? "&" : "?") + "limit=200" + cursor;
            var page = answered(() -> caller.get(next, "Headway-Position", head)).json();
            page.at("/items").forEach(items::add);
            var more = page.at("/nextCursor").asString("");
            cursor = more.isEmpty() ? "" : "&cursor=" + more;
        } while (!cursor.isEmpty());
        return items;
    }

    private static String id(Caller caller) {
        return caller.get("/api/v1/me").json().at("/id").asString();
    }

    private static Caller caller(ServiceProcess service, Role role) {
        return service.as(role).withContract(OpenApiContract.ofHeadway());
    }
}
