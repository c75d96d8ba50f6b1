package dev.headway.lifecycle.partnership.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.DrivenClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** As many pilots as the program wants at once, whoever promotes at the same moment. */
class NarrowFirstTest {

    private static final String PROGRAM = "/api/v1/program";
    private static final int PROMOTED = 12;

    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;
    private static Caller admin;
    private static String before;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
        admin = headway.as(Role.ADMIN);
        before = admin.get(PROGRAM).text();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    /** None is running when the next test begins. */
    @BeforeEach
    @AfterEach
    void nothing_is_limited_and_nothing_runs() {
        assertThat(admin.put(PROGRAM, limited(null)).status()).isEqualTo(200);
        manager.get("/api/v1/partnerships?stage=PILOT&limit=200")
                .json()
                .at("/items")
                .forEach(
                        each ->
                                manager.post(
                                        "/api/v1/partnerships/"
                                                + each.at("/id").asString()
                                                + "/voiding",
                                        "{\"reason\":\"Over\"}"));
        headway.awaitProjections();
    }

    @Test
    void of_many_that_are_promoted_at_once_as_many_start_as_there_is_room_for() throws Exception {
        limit("{\"perPattern\":{\"RESELL\":3}}");
        var ready = ready(PROMOTED);

        var answers = together(ready.stream().map(NarrowFirstTest::promotion).toList());

        assertThat(answers.stream().filter(each -> each.status() == 200)).hasSize(3);
        assertThat(answers.stream().filter(each -> each.status() == 422))
                .hasSize(PROMOTED - 3)
                .allSatisfy(
                        each -> {
                            assertThat(each.json().at("/unmet").size()).isOne();
                            assertThat(each.json().at("/unmet/0/criterion").asString())
                                    .isEqualTo("room-for-a-pilot");
                            assertThat(each.json().at("/unmet/0/have").asString())
                                    .isEqualTo("4 of 3 running RESELL pilots");
                        });
        assertThat(manager.get("/api/v1/partnerships?stage=PILOT").json().at("/items").size())
                .isEqualTo(3);
    }

    @Test
    void in_bulk_as_well() {
        limit("{\"perOwner\":2}");
        var ids = ready(5).stream().map(each -> "\"" + each.id() + "\"").toList();

        var answer =
                manager.post(
                        "/api/v1/bulk",
                        "{\"ids\":%s,\"action\":\"MOVE\",\"body\":{\"to\":\"PILOT\"}}"
                                .formatted(ids));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        headway.awaitProjections();
        assertThat(manager.get("/api/v1/partnerships?stage=PILOT").json().at("/items").size())
                .isEqualTo(2);
    }

    @Test
    void the_gate_tells_it_beforehand_and_a_waiver_lets_one_more_in() {
        limit("{\"perPattern\":1}");
        var ready = ready(2);
        assertThat(room(ready.getLast()).at("/met").asBoolean()).isTrue();
        assertThat(ready.getFirst().move("PILOT").status()).isEqualTo(200);

        assertThat(room(ready.getLast()).at("/have").asString())
                .isEqualTo("2 of 1 running RESELL pilots");
        var waiver =
                manager.post(
                        ready.getLast().path() + "/waivers",
                        """
                        {"criterion":"room-for-a-pilot","reason":"The fair is in June",
                         "expiresOn":"2026-12-01"}
                        """);
        assertThat(waiver.status()).as(waiver.text()).isEqualTo(201);
        var decided =
                headway.as(Role.APPROVER)
                        .post(
                                waiver.header("Location") + "/decision",
                                "{\"decision\":\"GRANTED\",\"reason\":\"Once\"}");
        ready.getLast().refresh(decided.position());
        assertThat(ready.getLast().move("PILOT").status()).isEqualTo(200);
    }

    @Test
    void without_limits_no_gate_asks_and_no_waiver_is_asked_for() {
        var ready = ready(1).getFirst();

        assertThat(room(ready).isMissingNode()).isTrue();
        assertThat(
                        manager.post(
                                        ready.path() + "/waivers",
                                        """
                                        {"criterion":"room-for-a-pilot","reason":"x",
                                         "expiresOn":"2026-12-01"}
                                        """)
                                .status())
                .isEqualTo(400);
    }

    @Test
    void a_pilot_that_steps_back_or_is_voided_makes_room() {
        limit("{\"perPattern\":1}");
        var ready = ready(2);
        assertThat(ready.getFirst().move("PILOT").status()).isEqualTo(200);
        assertThat(ready.getLast().move("PILOT").status()).isEqualTo(422);
        assertThat(ready.getFirst().move("PROSPECT").status()).isEqualTo(200);
        assertThat(ready.getLast().move("PILOT").status()).isEqualTo(200);
    }

    @Test
    void the_preview_says_where_more_run_than_the_limits_would_let() {
        var ready = ready(2);
        ready.forEach(each -> assertThat(each.move("PILOT").status()).isEqualTo(200));

        var preview = admin.post(PROGRAM + "/preview", limited("{\"perPattern\":{\"RESELL\":1}}"));

        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        var over = preview.json().at("/pilots");
        assertThat(over.size()).isOne();
        assertThat(over.at("/0/per").asString()).isEqualTo("PATTERN");
        assertThat(over.at("/0/of").asString()).isEqualTo("RESELL");
        assertThat(over.at("/0/running").asInt()).isEqualTo(2);
        assertThat(over.at("/0/most").asInt()).isOne();
        assertThat(over.at("/0/partnershipIds").size()).isEqualTo(2);
        assertThat(admin.post(PROGRAM + "/preview", before).json().has("pilots")).isFalse();
    }

    @Test
    void what_get_answers_put_takes_and_the_audit_says_what_was_limited() {
        limit("{\"perPattern\":{\"RESELL\":3},\"perSegment\":2}");
        var program = admin.get(PROGRAM);

        assertThat(program.json().at("/limits/pilots").toString())
                .isEqualTo("{\"perPattern\":{\"RESELL\":3},\"perSegment\":2}");
        assertThat(admin.put(PROGRAM, program.text()).header("ETag"))
                .isEqualTo(program.header("ETag"));
        headway.awaitProjections();
        var entries =
                headway.as(Role.AUDITOR)
                        .get("/api/v1/audit/entries?kind=ProgramChanged&limit=200")
                        .json()
                        .at("/items");
        assertThat(entries)
                .anySatisfy(
                        entry ->
                                assertThat(entry.at("/to").asString())
                                        .contains(
                                                "pilots per pattern RESELL: 3",
                                                "pilots per segment: 2"));
    }

    private void limit(String pilots) {
        var answer = admin.put(PROGRAM, limited(pilots));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private String limited(@Nullable String pilots) {
        var program = (ObjectNode) JsonMapper.shared().readTree(before);
        program.remove("limits");
        if (pilots != null) {
            program.putObject("limits").set("pilots", JsonMapper.shared().readTree(pilots));
        }
        return program.toString();
    }

    private List<PartnershipOverHttp> ready(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        at ->
                                PartnershipOverHttp.registered(manager, clock, "Reef " + at)
                                        .readyForPilot())
                .toList();
    }

    private JsonNode room(PartnershipOverHttp of) {
        return of.get("/gate?to=PILOT")
                .json()
                .at("/criteria")
                .valueStream()
                .filter(each -> each.at("/id").asString().equals("room-for-a-pilot"))
                .findFirst()
                .orElse(JsonMapper.shared().missingNode());
    }

    private static Callable<Answered> promotion(PartnershipOverHttp of) {
        return () -> of.move("PILOT");
    }

    private static List<Answered> together(List<Callable<Answered>> calls) throws Exception {
        var answers = new ArrayList<Answered>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
