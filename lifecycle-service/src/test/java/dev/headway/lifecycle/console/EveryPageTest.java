package dev.headway.lifecycle.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import dev.headway.projections.console.facts.FactCatalogue;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page there is, with something on it that means harm, for those who may read it. */
class EveryPageTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>\u202e=1+1";
    private static RunningHeadway headway;
    private static SignedInPeople people;
    private static String partnershipId;
    private static Browser approver;
    private static Browser admin;
    private static String run;
    private static String partner;
    private static String view;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        people = new SignedInPeople(headway);
        partnershipId = imported();
        approver = ReaderOverHttp.signedIn(headway, people.invite("Ada Okafor", Role.APPROVER));
        admin = ReaderOverHttp.signedIn(headway, "mia@headway.example");
        run = newest("/imports");
        partner = newest("/partners");
        view = shared();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    static Stream<String> pages() {
        var fixed =
                Stream.of(
                        "/board",
                        "/board?q=img",
                        "/board?asOf=2026-01-01",
                        "/board/lanes/LAUNCH",
                        "/ghost-towns",
                        "/steps",
                        "/steps?owner=all&due=overdue",
                        "/alerts",
                        "/alerts?status=RESOLVED&owner=me",
                        "/program",
                        "/program/scorecard?by=owner&quarter=2026-Q1",
                        "/program/charter",
                        "/governance",
                        "/governance?kind=nonsense",
                        "/governance/pack",
                        "/governance/pack?quarter=%3Cimg%20src%3Dx%3E",
                        "/governance/proof",
                        "/governance/projections",
                        "/import",
                        "/import/" + run,
                        "/partners",
                        "/partners?merged=true",
                        "/partners/new",
                        "/partners/" + partner,
                        "/partners/" + partner + "/renaming",
                        "/partners/" + partner + "/merging",
                        "/partners/" + partner + "/unmerging",
                        "/people",
                        "/people/new",
                        "/people/forgetting",
                        "/people/handover?from=%3Cimg%20src%3Dx%3E",
                        "/me",
                        "/me/tokens/new",
                        "/me/calendars/new",
                        "/me/views/" + view,
                        "/keys",
                        "/partnerships/new",
                        "/partnerships/" + partnershipId,
                        "/partnerships/" + partnershipId + "/scorecard",
                        "/partnerships/" + partnershipId + "/move",
                        "/partnerships/" + partnershipId + "/move?to=SUNSET",
                        "/partnerships/" + partnershipId + "/move?to=PILOT",
                        "/partnerships/" + partnershipId + "/move?to=PROSPECT");
        var forms =
                FactCatalogue.all().stream()
                        .map(
                                form ->
                                        "/partnerships/"
                                                + partnershipId
                                                + "/record/"
                                                + form.id()
                                                + "?on=x");
        return Stream.concat(fixed, forms);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void is_shown_and_shows_names_as_text(String page) {
        var statuses = new ArrayList<Integer>();
        for (var reader : new Browser[] {approver, admin}) {
            var shown = reader.open(page);
            statuses.add(shown.statusCode());
            assertThat(shown.body())
                    .contains("</html>")
                    .doesNotContain("<img")
                    .doesNotContainPattern(" on(error|click|load)=\"")
                    .doesNotContainPattern("<script(?![^>]* src=\"/)|<style| style=\"");
            assertThat(ReaderOverHttp.header(shown, "Cache-Control")).contains("no-store");
            assertThat(ReaderOverHttp.header(shown, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(ReaderOverHttp.header(shown, "Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http:", "https:", "*");
        }
        // some are for one of them only
        assertThat(statuses).contains(200).isSubsetOf(200, 403);
    }

    @Test
    void names_are_text_in_a_file_and_in_a_calendar() {
        var path = "/api/v1/partnerships/" + partnershipId;
        var manager = headway.as(Role.MANAGER);
        manager.patch(path, "{\"name\": \"=1+1 %s\", \"reason\": \"x\"}".formatted(HOSTILE));
        manager.post(
                path + "/steps",
                """
                {"title": "Ask %s", "owner": "Li", "side": "OURS", "dueOn": "2099-01-31"}
                """
                        .formatted(HOSTILE));
        headway.awaitProjections();
        var file = manager.get("/api/v1/partnerships", "Accept", "text/csv").text();
        var link =
                manager.post(
                        "/api/v1/calendar-links", "{\"name\": \"Phone\", \"everything\": true}");
        var address = URI.create(link.json().at("/url").asString()).getPath();
        var calendar = headway.asNobody().withoutContract().get(address).text();

        assertThat(file).contains("'=1+1 <img");
        assertThat(calendar.replace("\r\n ", "")).contains("Ask <img").doesNotContain("\u202e");
        assertThat(calendar.lines()).allMatch(line -> line.getBytes(UTF_8).length <= 75);
    }

    @Test
    void an_alert_is_answered_from_its_list() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> approver.open("/alerts").body().contains("/take?"));
        var alert =
                headway.as(Role.VIEWER)
                        .get("/api/v1/alerts?status=OPEN")
                        .json()
                        .at("/items/0/id")
                        .asString();
        var answered = approver.submit("/alerts/" + alert + "/take", Map.of("note", "I call them"));

        assertThat(answered.statusCode()).isEqualTo(302);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                headway.as(Role.VIEWER)
                                                        .get("/api/v1/alerts/" + alert)
                                                        .json()
                                                        .at("/status")
                                                        .asString())
                                        .isEqualTo("ACKNOWLEDGED"));
    }

    @Test
    void a_policy_is_previewed_before_it_is_saved() {
        var program = Map.of("t.ghost-town", "P30D", "reason", "We want to know sooner");
        var preview = admin.submit("/program", program, "/program/preview");
        var before = headway.as(Role.VIEWER).get("/api/v1/program").json();
        var saved = admin.submit("/program", program);

        assertThat(preview.body()).contains("What this would change");
        assertThat(before.at("/thresholds/ghost-town").asString()).isEqualTo("P60D");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(
                        headway.as(Role.VIEWER)
                                .get("/api/v1/program")
                                .json()
                                .at("/thresholds/ghost-town")
                                .asString())
                .isEqualTo("P30D");
    }

    @Test
    void what_is_shown_once_is_in_the_answer_and_in_no_session() {
        var made =
                approver.submit(
                        "/me/tokens/new",
                        Map.of("name", "Report", "roles", "APPROVER", "expiresOn", Soon.DAY));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(made.body()).containsPattern("value=\"hwy_[0-9a-f-]{36}_");
        assertThat(approver.open("/me").body()).contains("Report").doesNotContain("hwy_");
    }

    private static String shared() {
        approver.submit(
                "/board",
                Map.of(
                        "viewName",
                        HOSTILE,
                        "list",
                        "partnerships",
                        "query",
                        "q=img",
                        "shared",
                        "true"),
                "/me/views");
        return newest("/views");
    }

    private static String newest(String list) {
        return headway.as(Role.ADMIN).get("/api/v1" + list).json().at("/items/0/id").asString();
    }

    private static String imported() {
        var csv =
                """
                externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt,lastMotionAt
                reef,%s,%s,TELCO,2025-01-15,2025-03-01,2025-06-30,2025-09-12
                """
                        .formatted(HOSTILE, HOSTILE);
        var report =
                headway.as(Role.ADMIN)
                        .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(csv));
        return report.json().at("/rows/0/partnershipId").asString();
    }
}
