package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.DrivenClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A manager who knows nothing but which call answers which criterion gets from PROSPECT to SCALED
 * by what the gates say.
 */
class FollowTheGatesTest {

    private static final String PARTNERSHIPS = "/api/v1/partnerships";
    private static final Pattern NAMED = Pattern.compile("(?:open|expired): (.+)$");

    private static DrivenClock clock;
    private static RunningHeadway headway;

    /** The calls that satisfy a criterion; {@code *} is each word that the gate names as open. */
    private final Map<String, List<Call>> calls =
            Map.ofEntries(
                    Map.entry(
                            "leverage-claimed",
                            List.of(
                                    put(
                                            "/leverage-claim",
                                            """
                                            {"mechanism": "WIN_RATE", "why": "Joint proposals win",
                                             "metric": {"name": "win rate", "unit": "percent",
                                                        "baseline": 18, "target": 30},
                                             "dueOn": "%s"}
                                            """
                                                    .formatted(in(300))))),
                    Map.entry(
                            "pattern-chosen",
                            List.of(put("/pattern", "{\"pattern\": \"RESELL\"}"))),
                    Map.entry(
                            "disqualifiers-clear",
                            List.of(
                                    post(
                                            "/screenings",
                                            """
                                            {"disqualifier": "*", "verdict": "CLEAR",
                                             "note": "Asked"}
                                            """))),
                    Map.entry(
                            "timing-right",
                            List.of(
                                    put(
                                            "/timing",
                                            """
                                            {"ours": {"focus": "growth", "ready": true},
                                             "partner": {"focus": "reach", "ready": true}}
                                            """))),
                    Map.entry("relationship-seat-filled", List.of(seat("RELATIONSHIP"))),
                    Map.entry(
                            "pilot-scoped",
                            List.of(
                                    put(
                                            "/pilot-scope",
                                            """
                                            {"useCase": "One region", "successCriterion": "Two wins",
                                             "endsOn": "%s"}
                                            """
                                                    .formatted(in(60))))),
                    Map.entry(
                            "pilot-proved",
                            List.of(
                                    put(
                                            "/pilot-verdict",
                                            "{\"verdict\": \"PROVED\", \"evidence\": \"Two\"}"))),
                    Map.entry("customer-used", List.of(win("Harbour One"))),
                    Map.entry("all-seats-filled", List.of(seat("*"))),
                    Map.entry(
                            "seams-pass",
                            List.of(
                                    put(
                                            "/seams/*",
                                            "{\"verdict\": \"PASS\", \"evidence\": \"Walked\"}"))),
                    Map.entry(
                            "next-three-steps",
                            List.of(step("OURS"), step("PARTNER"), step("OURS"))),
                    Map.entry(
                            "rhythm-agreed",
                            List.of(put("/rhythm", "{\"everyDays\": 14, \"forum\": \"Call\"}"))),
                    Map.entry(
                            "teams-consent",
                            List.of(
                                    put(
                                            "/consents/*",
                                            "{\"by\": \"Their lead\", \"capacity\": \"A day\"}"))),
                    Map.entry(
                            "exit-terms-agreed",
                            List.of(
                                    put(
                                            "/exit-terms",
                                            "{\"summary\": \"Support stays\", \"noticeDays\": 90}"))),
                    Map.entry("leverage-proved", List.of(measured(24), measured(31))),
                    Map.entry(
                            "repeatable-motion", List.of(win("Harbour Two"), win("Harbour Three"))),
                    Map.entry(
                            "incentives-aligned",
                            List.of(put("/incentives/*", "{\"mechanism\": \"Counts double\"}"))),
                    Map.entry(
                            "seam-funded",
                            List.of(
                                    put(
                                            "/funding",
                                            "{\"owner\": \"Mara\", \"summary\": \"Two people\"}"))),
                    Map.entry(
                            "in-motion",
                            List.of(
                                    post(
                                            "/touchpoints",
                                            "{\"kind\": \"JOINT_CALL\", \"summary\": \"Met\"}"))));

    private static Caller manager;
    private final Set<String> unmet = new HashSet<>();

    /** One call, below the partnership. */
    private record Call(String method, String path, String body) {

        Call about(String word) {
            return new Call(method, path.replace("*", word), body.replace("*", word));
        }

        boolean isAboutEach() {
            return (path + body).contains("*");
        }
    }

    @BeforeAll
    static void the_program_knows_how_to_say_no() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        var admin = headway.as(Role.ADMIN);
        var program = admin.get("/api/v1/program").text();
        var stricter =
                program.replace(
                        "\"disqualifiers\":[]",
                        """
                        "disqualifiers":[{"id":"no-sponsor","statement":"Nobody wants it"},
                                         {"id":"no-budget","statement":"Nobody pays"}]
                        """);
        assertThat(stricter).isNotEqualTo(program);
        assertThat(admin.put("/api/v1/program", stricter).status()).isEqualTo(200);
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void what_the_gates_say_leads_from_prospect_to_scaled() {
        var reef = registered();

        assertThat(moved(reef)).isEqualTo("PILOT");
        assertThat(moved(reef)).isEqualTo("LAUNCH");
        assertThat(moved(reef)).isEqualTo("SCALED");
        assertThat(unmet).containsAll(calls.keySet().stream().filter(id -> !isHeld(id)).toList());
    }

    @Test
    void they_lead_out_of_a_ghost_town_and_of_an_expired_waiver_too() {
        var reef = registered();
        moved(reef);
        exceptedFrom("exit-terms-agreed", reef);
        assertThat(moved(reef)).isEqualTo("LAUNCH");
        assertThat(unmet).doesNotContain("exit-terms-agreed");

        clock.advance(Duration.ofDays(61));
        assertThat(moved(reef)).isEqualTo("SCALED");
        assertThat(unmet).contains("in-motion", "no-expired-waivers");
    }

    /** Asks the gate ahead, does what it says until it opens, and goes through. */
    private String moved(String partnership) {
        var gate = manager.get(partnership + "/gate").json();
        open(gate).forEach(criterion -> satisfy(partnership, criterion));
        var opened = manager.get(partnership + "/gate");
        assertThat(opened.json().at("/passes").asBoolean()).as(opened.text()).isTrue();
        return done(manager.post(
                        partnership + "/transitions",
                        "{\"to\": \"%s\"}".formatted(opened.json().at("/to").asString()),
                        "If-Match",
                        "*"))
                .json()
                .at("/stage")
                .asString();
    }

    private void satisfy(String partnership, JsonNode criterion) {
        var id = criterion.at("/id").asString();
        unmet.add(id);
        var named = named(criterion);
        var answers =
                id.equals("no-expired-waivers")
                        ? named.stream().flatMap(waived -> callsFor(waived).stream()).toList()
                        : callsFor(id);
        for (var call : answers) {
            if (call.isAboutEach()) {
                assertThat(named).as(criterion.toString()).isNotEmpty();
                named.forEach(word -> make(partnership, call.about(word)));
            } else {
                make(partnership, call);
            }
        }
    }

    private List<Call> callsFor(String criterion) {
        assertThat(calls).as("what satisfies it").containsKey(criterion);
        return calls.getOrDefault(criterion, List.of());
    }

    private static List<JsonNode> open(JsonNode gate) {
        return gate.at("/criteria")
                .valueStream()
                .filter(criterion -> criterion.at("/required").asBoolean())
                .filter(criterion -> !criterion.at("/met").asBoolean())
                .filter(criterion -> !criterion.has("waiver"))
                .toList();
    }

    /** The words that the gate names as open. */
    private static List<String> named(JsonNode criterion) {
        return NAMED.matcher(criterion.at("/have").asString())
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(", ")))
                .toList();
    }

    private String registered() {
        return done(manager.post(
                        PARTNERSHIPS,
                        """
                        {"name": "Reef", "partner": {"name": "Reef Ltd", "type": "RESELLER"}}
                        """))
                .header("Location");
    }

    private void exceptedFrom(String criterion, String partnership) {
        var waiver =
                done(manager.post(
                                partnership + "/waivers",
                                "{\"criterion\": \"%s\", \"reason\": \"Late\", \"expiresOn\": \"%s\"}"
                                        .formatted(criterion, in(30))))
                        .header("Location");
        done(
                headway.as(Role.APPROVER)
                        .post(
                                waiver + "/decision",
                                "{\"decision\": \"GRANTED\", \"reason\": \"Until then\"}"));
    }

    private void make(String partnership, Call call) {
        done(
                manager.send(
                        call.method(),
                        partnership + call.path(),
                        "application/json",
                        BodyPublishers.ofString(call.body())));
    }

    private static Answered done(Answered answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer;
    }

    private static String in(int days) {
        return clock.instant().plus(Duration.ofDays(days)).toString();
    }

    /** Whether a criterion is met by one who does not pause. */
    private static boolean isHeld(String criterion) {
        return criterion.equals("in-motion");
    }

    private static Call put(String path, String body) {
        return new Call("PUT", path, body);
    }

    private static Call post(String path, String body) {
        return new Call("POST", path, body);
    }

    private static Call seat(String seat) {
        return put("/seats/" + seat, "{\"holder\": \"Ines Duarte\", \"side\": \"OURS\"}");
    }

    private static Call win(String customer) {
        return post(
                "/joint-wins",
                "{\"customer\": \"%s\", \"summary\": \"Live\", \"evidence\": \"An order\"}"
                        .formatted(customer));
    }

    private static Call step(String side) {
        return post(
                "/steps",
                """
                {"title": "Train the desk", "owner": "Ada", "side": "%s", "dueOn": "%s"}
                """
                        .formatted(side, in(100)));
    }

    private static Call measured(int value) {
        return post(
                "/measurements", "{\"value\": %d, \"evidence\": \"Order log\"}".formatted(value));
    }
}
