package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import dev.headway.projections.operations.RebuildQueue;
import dev.headway.projections.processing.Projection;
import dev.headway.testing.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How things stood is told the same, byte for byte, whatever happens afterwards: commands,
 * corrections, another policy, people of other names, and a rebuild of everything. A few hundred
 * commands in every build, and ten thousand with {@code -Dheadway.as-of.commands=10000}.
 */
class AsOfStaysTheSameTest {

    private static final int COMMANDS = Integer.getInteger("headway.as-of.commands", 300);
    private static final String PARTNERSHIPS = "/api/v1/partnerships";

    private static RunningHeadway headway;
    private static Caller manager;
    private static Caller admin;
    private static SignedInPeople people;

    private final Random random = new Random(17);
    private final List<PartnershipOverHttp> all = new ArrayList<>();
    private static Browser reader;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
        admin = headway.as(Role.ADMIN);
        people = new SignedInPeople(headway);
        reader = ReaderOverHttp.signedIn(headway, people.invite("Olga Reiss", Role.AUDITOR));
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void before_and_after_many_commands_and_a_rebuild() {
        for (int each = 0; each < 8; each++) {
            all.add(PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Reef " + each));
        }
        all.get(0).launched();
        all.get(1).inPilot();
        all.get(2).readyForPilot();
        changeProgram("P50D");
        var then = settled();
        var before = answers(then);

        for (int each = 0; each < COMMANDS; each++) {
            change(all.get(random.nextInt(8)), each);
        }
        changeProgram("P1D");
        headway.awaitProjections();
        assertSame(before, answers(then));

        rebuildEverything();
        assertSame(before, answers(then));
    }

    /** Everything that can be asked of that time. */
    private Map<String, String> answers(Instant then) {
        var answers = new LinkedHashMap<String, String>();
        for (var time : List.of("recorded", "effective")) {
            var asOf = "?asOf=" + then + "&asOfTime=" + time;
            all.stream()
                    .limit(8)
                    .forEach(each -> answers.put(each.path() + asOf, text(each.path() + asOf)));
            answers.put("all" + asOf, text(PARTNERSHIPS + asOf));
            answers.put("csv" + asOf, csv(PARTNERSHIPS + asOf));
            answers.put("program" + asOf, text("/api/v1/program" + asOf));
            pages(PARTNERSHIPS + asOf + "&limit=3")
                    .forEach((path, page) -> answers.put(path, page));
            answers.put("board" + asOf, main(reader.open("/board" + asOf).body()));
        }
        return answers;
    }

    private static Map<String, String> pages(String path) {
        var pages = new LinkedHashMap<String, String>();
        var next = path;
        while (!next.isEmpty()) {
            var page = manager.get(next);
            pages.put(next, page.text());
            var cursor = page.json().path("nextCursor").asString("");
            next = cursor.isEmpty() ? "" : path + "&cursor=" + cursor;
        }
        return pages;
    }

    private static String text(String path) {
        var answer = manager.get(path);
        assertThat(answer.status()).as("%s: %s", path, answer.text()).isEqualTo(200);
        return answer.text();
    }

    private static String csv(String path) {
        return manager.withoutContract().get(path, "Accept", "text/csv").text();
    }

    /** The board itself; its forms carry a secret of each answer's own. */
    private static String main(String page) {
        assertThat(page).contains("<main", "Reef 0");
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"))
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static void assertSame(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((path, answer) -> assertThat(after.get(path)).as(path).isEqualTo(answer));
    }

    /** Something that changes what is shown now, and nothing of what had happened by then. */
    private void change(PartnershipOverHttp of, int number) {
        var path = of.path();
        switch (random.nextInt(9)) {
            case 0 ->
                    manager.post(
                            path + "/touchpoints",
                            "{\"kind\": \"JOINT_CALL\", \"summary\": \"call %d\"}"
                                    .formatted(number));
            case 1 -> manager.patch(path, "{\"name\": \"Renamed %d\"}".formatted(number));
            case 2 ->
                    manager.put(
                            path + "/seats/RELATIONSHIP",
                            "{\"holder\": \"Owner %d\", \"side\": \"OURS\"}".formatted(number));
            case 3 ->
                    manager.post(
                            path + "/steps",
                            "{\"title\": \"Step %d\", \"owner\": \"Li\", \"side\": \"OURS\", \"dueOn\": \"2099-01-01\"}"
                                    .formatted(number));
            case 4 -> of.move(number % 2 == 0 ? "PROSPECT" : "PILOT");
            case 5 -> manager.post(path + "/voiding", "{\"reason\": \"A twin\"}");
            case 6 -> manager.delete(path + "/voiding");
            case 7 -> PartnershipOverHttp.prospect(manager, "New " + number);
            default ->
                    manager.put(
                            path + "/seams/ONBOARDING",
                            "{\"verdict\": \"FAIL\", \"evidence\": \"drill %d\"}"
                                    .formatted(number));
        }
    }

    private static void changeProgram(String ghostTown) {
        var program = admin.get("/api/v1/program").text();
        var answer =
                admin.put(
                        "/api/v1/program",
                        program.replaceAll(
                                "\"ghost-town\":(\"[^\"]*\"|\\{[^}]*})",
                                "\"ghost-town\":\"%s\"".formatted(ghostTown)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** An instant after all that has happened. */
    private static Instant settled() {
        headway.awaitProjections();
        var then = Instant.now();
        await().until(() -> Instant.now().isAfter(then.plusMillis(2)));
        return then;
    }

    private static void rebuildEverything() {
        for (var projection : headway.beans(Projection.class)) {
            admin.post("/api/v1/projections/" + projection.name() + "/rebuild", "");
        }
        var queue = headway.bean(RebuildQueue.class);
        await().atMost(Duration.ofMinutes(10)).until(() -> !queue.isBuilding());
        headway.awaitProjections();
    }
}
