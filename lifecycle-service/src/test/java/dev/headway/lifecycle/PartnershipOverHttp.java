package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.testing.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** A partnership as its manager works on it over HTTP; every phrase is calls that succeeded. */
public final class PartnershipOverHttp {

    private final Caller manager;
    private final Clock clock;
    private final String path;
    private String etag;

    private PartnershipOverHttp(Caller manager, Clock clock, String path, String etag) {
        this.manager = manager;
        this.clock = clock;
        this.path = path;
        this.etag = etag;
    }

    public static PartnershipOverHttp registered(Caller manager, Clock clock, String name) {
        var created =
                manager.post(
                        "/api/v1/partnerships",
                        """
                        {"name":"%s","partner":{"name":"%s Ltd","type":"RESELLER"},
                         "pattern":"RESELL","owner":"Alliance desk"}
                        """
                                .formatted(name, name));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return new PartnershipOverHttp(
                manager, clock, created.header("Location"), created.header("ETag"));
    }

    /** The id of a prospect of which a name and a partner are known, and nothing else. */
    public static String prospect(Caller manager, String name) {
        var created =
                manager.post(
                        "/api/v1/partnerships",
                        """
                        {"name": "%s", "partner": {"name": "Reef Ltd", "type": "TELCO"}}
                        """
                                .formatted(name));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().at("/id").asString();
    }

    public String path() {
        return path;
    }

    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The version that its newest write was answered with, whatever questions have heard of. */
    public String etag() {
        return etag;
    }

    /** All that the Pilot gate asks for. */
    public PartnershipOverHttp readyForPilot() {
        put(
                "/leverage-claim",
                """
                {"mechanism":"WIN_RATE","why":"Joint proposals win.",
                 "metric":{"name":"win rate","unit":"percent","baseline":18,"target":30},
                 "dueOn":"%s"}
                """
                        .formatted(in(Duration.ofDays(120))));
        put(
                "/timing",
                """
                {"ours":{"focus":"growth","ready":true},"partner":{"focus":"reach","ready":true}}
                """);
        put(
                "/pilot-scope",
                """
                {"useCase":"One region","successCriterion":"Two proposals","endsOn":"%s"}
                """
                        .formatted(in(Duration.ofDays(30))));
        return this;
    }

    public PartnershipOverHttp inPilot() {
        readyForPilot();
        assertThat(move("PILOT").status()).isEqualTo(200);
        return this;
    }

    /** All that the Launch gate asks for. */
    public PartnershipOverHttp readyForLaunch() {
        for (var seat : Seat.values()) {
            put(
                    "/seats/" + seat,
                    "{\"holder\":\"%s lead\",\"side\":\"OURS\"}".formatted(word(seat)));
        }
        for (var seam : Seam.values()) {
            put("/seams/" + seam, "{\"verdict\":\"PASS\",\"evidence\":\"walked through\"}");
        }
        for (var team : ReceivingTeam.values()) {
            put(
                    "/consents/" + team,
                    "{\"by\":\"%s lead\",\"capacity\":\"a day a week\"}".formatted(word(team)));
        }
        put("/rhythm", "{\"everyDays\":14,\"forum\":\"pipeline review\"}");
        put("/exit-terms", "{\"summary\":\"customers keep support\",\"noticeDays\":90}");
        post(
                "/joint-wins",
                "{\"customer\":\"Harbour Foods\",\"summary\":\"in use\",\"evidence\":\"signed\"}");
        put("/pilot-verdict", "{\"verdict\":\"PROVED\",\"evidence\":\"two accepted\"}");
        step("Train the field teams", "PARTNER", Duration.ofDays(100));
        step("Publish the case study", "OURS", Duration.ofDays(110));
        step("Plan the second region", "OURS", Duration.ofDays(120));
        return this;
    }

    public PartnershipOverHttp launched() {
        inPilot().readyForLaunch();
        assertThat(move("LAUNCH").status()).isEqualTo(200);
        return this;
    }

    /** Launched, and no customer had used it after all. */
    public PartnershipOverHttp unused() {
        launched();
        get("/history?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/type").asString().equals("JointWinRecorded"))
                .forEach(
                        win ->
                                post(
                                        "/history/" + win.at("/eventId").asString() + "/withdrawal",
                                        "{\"reason\":\"It was a trial\"}"));
        return this;
    }

    public Caller.Answered step(String title, String side, Duration dueIn) {
        return post(
                "/steps",
                "{\"title\":\"%s\",\"owner\":\"Alliance desk\",\"side\":\"%s\",\"dueOn\":\"%s\"}"
                        .formatted(title, side, in(dueIn)));
    }

    public Caller.Answered touchpoint() {
        return post("/touchpoints", "{\"kind\":\"JOINT_CALL\",\"summary\":\"weekly call\"}");
    }

    /** Asks for a stage on the newest version; the answer may be a refusal. */
    public Caller.Answered move(String to) {
        return seen(
                manager.post(
                        path + "/transitions",
                        "{\"to\":\"%s\",\"reason\":\"as agreed\"}".formatted(to),
                        "If-Match",
                        etag));
    }

    /** Sees the version that somebody else's write at a position has left. */
    public void refresh(long position) {
        var answer = seen(get("", "Headway-Position", Long.toString(position)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    public Caller.Answered get(String below, String... headers) {
        return manager.get(path + below, headers);
    }

    private void put(String below, String body) {
        var answer = seen(manager.put(path + below, body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Caller.Answered post(String below, String body) {
        var answer = seen(manager.post(path + below, body));
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    private Caller.Answered seen(Caller.Answered answer) {
        etag = answer.header("ETag");
        return answer;
    }

    private String in(Duration ahead) {
        return clock.instant().plus(ahead).toString();
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
