package dev.headway.lifecycle.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.contracts.written.SealedText;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.AccountsOverHttp;
import dev.headway.lifecycle.accounts.Browser;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A calendar is read by whoever has its address, for as long as its person gets in. */
@ExtendWith(OutputCaptureExtension.class)
class CalendarLinksOverHttpTest {

    private static final String LINKS = "/api/v1/calendar-links";
    private static final Duration SOON = Duration.ofSeconds(10);

    private static RunningHeadway headway;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_link_shows_what_its_person_owns_and_everything_if_asked() {
        var reef = registered("Reef, Reach; Ltd");
        step(reef, "Train them", "owner", "\"Somebody else\"");
        step(
                reef,
                "Call them",
                "ownerId",
                headway.as(Role.MANAGER).get("/api/v1/me").json().at("/id").toString());
        reef.readyForPilot();

        var mine = path(made(Role.MANAGER, false));
        var all = path(made(Role.MANAGER, true));

        await().atMost(SOON).until(() -> read(mine).text().contains("Call them"));
        assertThat(read(mine).text()).doesNotContain("Train them");
        assertThat(read(all).text()).contains("Call them", "Train them", "Reef\\, Reach\\; Ltd");
        assertThat(read(all).header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
    }

    @Test
    void pilots_that_end_and_prospects_that_are_parked_are_on_it() {
        var pilot = registered("Ending").inPilot();
        var parked = registered("Parked");
        headway.as(Role.MANAGER)
                .post(
                        parked.path() + "/parking",
                        "{\"until\": \"2999-01-01\", \"reason\": \"They merge\"}");
        var launched = registered("Met often").launched();
        var all = path(made(Role.VIEWER, true));

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(read(all).text().replace("\r\n ", ""))
                                        .contains(
                                                "UID:pilot-ends-" + pilot.id() + "@headway",
                                                "UID:parked-until-" + parked.id() + "@headway",
                                                "DTSTART;VALUE=DATE:29990101",
                                                "UID:review-" + launched.id() + "@headway"));
    }

    @Test
    void it_is_shown_once_and_kept_as_a_hash() {
        var first = made(Role.VIEWER, false, "Idempotency-Key", "phone");
        var again = made(Role.VIEWER, false, "Idempotency-Key", "phone");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(again.json().at("/id")).isEqualTo(first.json().at("/id"));
        assertThat(again.json().has("url")).isFalse();
        assertThat(headway.as(Role.VIEWER).get(LINKS).text())
                .contains(first.json().at("/id").asString())
                .doesNotContain(secret(first));
        for (var table : new String[] {"calendar_link", "idempotency", "event"}) {
            var rows =
                    headway.bean(JdbcClient.class)
                            .sql("select count(*) from " + table + " t where t::text like :secret")
                            .param("secret", "%" + secret(first) + "%")
                            .query(Long.class)
                            .single();
            assertThat(rows).as(table).isZero();
        }
    }

    @Test
    void it_is_answered_anew_only_when_something_changed() {
        var reef = registered("Conditional");
        var all = path(made(Role.AUDITOR, true));
        await().atMost(SOON).until(() -> read(all).header("ETag").equals(read(all).header("ETag")));
        var first = read(all);

        var same = read(all, "If-None-Match", first.header("ETag"));
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.text()).isEmpty();
        assertThat(read(all, "If-Modified-Since", first.header("Last-Modified")).status())
                .isEqualTo(304);

        step(reef, "Something new", "owner", "\"Mara\"");
        await().atMost(SOON)
                .until(() -> read(all, "If-None-Match", first.header("ETag")).status() == 200);
    }

    @Test
    void one_that_is_revoked_is_not_found_and_only_its_person_revokes_it() {
        var made = made(Role.APPROVER, false);
        var mine = LINKS + "/" + made.json().at("/id").asString();

        headway.as(Role.VIEWER).delete(mine);
        assertThat(read(path(made)).status()).isEqualTo(200);

        assertThat(headway.as(Role.APPROVER).delete(mine).status()).isEqualTo(200);
        assertThat(headway.as(Role.APPROVER).delete(mine).status()).isEqualTo(200);
        assertThat(read(path(made)).status()).isEqualTo(404);
    }

    @Test
    void whoever_makes_or_revokes_one_is_in_the_audit_with_it() {
        var made = made(Role.APPROVER, true, "X-Correlation-Id", "made");
        var id = made.json().at("/id").asString();
        headway.as(Role.APPROVER).delete(LINKS + "/" + id, "X-Correlation-Id", "revoked");
        headway.as(Role.APPROVER).delete(LINKS + "/" + id, "X-Correlation-Id", "revoked");
        headway.awaitProjections();

        var created = entries("CalendarLinkCreated", "made");
        assertThat(created).hasSize(1);
        assertThat(created.getFirst().at("/linkId").asString()).isEqualTo(id);
        assertThat(created.getFirst().at("/name").asString()).isEqualTo("Phone");
        assertThat(created.getFirst().at("/everything").asBoolean()).isTrue();
        assertThat(created.getFirst().at("/person/id"))
                .isEqualTo(headway.as(Role.APPROVER).get("/api/v1/me").json().at("/id"));
        assertThat(entries("CalendarLinkRevoked", "revoked")).hasSize(1);
        assertThat(
                        headway.superuser()
                                .sql("select name from calendar_link")
                                .query(String.class)
                                .list())
                .allMatch(SealedText::isOne);
    }

    private static List<JsonNode> entries(String kind, String correlation) {
        return headway.as(Role.AUDITOR)
                .get("/api/v1/audit/entries?kind=" + kind)
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/correlationId").asString("").equals(correlation))
                .toList();
    }

    @Test
    void nobody_reads_on_who_does_not_get_in_any_more() {
        var admin = headway.as(Role.ADMIN);
        var email = "noor@northwind.example";
        var password = "seven lanterns by the quay";
        var body = "{\"name\": \"Noor\", \"email\": \"%s\", \"roles\": [\"MANAGER\"]}";
        var invited = admin.post("/api/v1/people", body.formatted(email)).json();
        new Browser(headway.uri())
                .use(invited.at("/link").asString(), Map.of("password", password));
        var id = invited.at("/id").asString();
        var noor = headway.with(new AccountsOverHttp(headway).tokens(email, password).access());
        var path = path(noor.post(LINKS, "{\"name\": \"Phone\"}"));
        assertThat(read(path).status()).isEqualTo(200);

        admin.post("/api/v1/people/" + id + "/disabling", "{}");

        await().atMost(SOON).until(() -> read(path).status() == 404);
    }

    @Test
    void a_token_of_a_script_makes_no_link_and_nobody_has_more_than_twenty() {
        var admin = headway.as(Role.ADMIN);
        var token =
                admin.post(
                                "/api/v1/tokens",
                                "{\"name\":\"s\",\"roles\":[\"ADMIN\"],\"expiresOn\":\"%s\"}"
                                        .formatted(
                                                Clock.systemUTC()
                                                        .instant()
                                                        .plus(Duration.ofDays(3))))
                        .json()
                        .at("/token")
                        .asString();
        assertThat(headway.with(token).post(LINKS, "{\"name\": \"x\"}").status()).isEqualTo(403);

        for (int i = 0; i < 20; i++) {
            assertThat(made(Role.ADMIN, false).status()).isEqualTo(201);
        }
        assertThat(made(Role.ADMIN, false).status()).isEqualTo(409);
    }

    @Test
    void the_secret_is_in_no_log_no_metric_and_no_problem(CapturedOutput output) {
        var made = made(Role.MANAGER, false);
        var path = path(made);
        var secret = secret(made);
        var wrong = path.replace(secret, "A".repeat(43));
        read(path);
        read(wrong);
        var nobody = headway.asNobody();
        var answers =
                nobody.get(path + "/more").text()
                        + nobody.get(path + ";x=" + secret).text()
                        + nobody.get(path.replace(".ics", "%00.ics")).text()
                        + nobody.send("POST", path, null, BodyPublishers.noBody()).text()
                        + nobody.send("TRACE", path, null, BodyPublishers.noBody()).text()
                        + nobody.send("HEAD", path, null, BodyPublishers.noBody()).text()
                        + nobody.get(path, "Authorization", "Bearer garbage").text()
                        + nobody.get(wrong).text();

        assertThat(answers).doesNotContain(secret);
        assertThat(headway.as(Role.VIEWER).get("/actuator/prometheus").text())
                .doesNotContain(secret, "hwc_");
        assertThat(output.getAll()).doesNotContain(secret);
    }

    @Test
    void what_is_no_link_is_not_found() {
        var nobody = headway.asNobody();

        assertThat(nobody.get("/calendar/").status()).isEqualTo(404);
        assertThat(nobody.get("/calendar/secret.ics").status()).isEqualTo(404);
        assertThat(nobody.get("/calendar/hwc_x.ics").status()).isEqualTo(404);
        assertThat(nobody.get("/calendar/" + "x".repeat(5_000)).status()).isEqualTo(404);
    }

    @Test
    void whose_it_is_learns_only_who_has_it() {
        var made = made(Role.VIEWER, true);
        var link = path(made).replaceAll("/calendar/|\\.ics", "");
        var me = headway.as(Role.VIEWER).get("/api/v1/me").json().at("/id");

        var told = reading("{\"link\": \"%s\"}".formatted(link));
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        assertThat(told.json().at("/personId")).isEqualTo(me);
        assertThat(told.json().at("/everything").asBoolean()).isTrue();
        assertThat(told.json().has("since")).isFalse();
        var tag = "\\\"" + "0".repeat(32) + "\\\"";
        var read = reading("{\"link\": \"%s\", \"etag\": \"%s\"}".formatted(link, tag));
        assertThat(read.json().has("since")).as(read.text()).isTrue();

        var wrong = link.replace(secret(made), "A".repeat(43));
        for (var other : List.of(wrong, "hwc_x", "")) {
            var refused = reading("{\"link\": \"%s\"}".formatted(other));
            assertThat(refused.status()).as(refused.text()).isEqualTo(404);
        }
        var mistaken = reading("{\"link\": \"%s\", \"etag\": \"x\"}".formatted(link));
        assertThat(mistaken.status()).isEqualTo(400);
        assertThat(mistaken.text()).doesNotContain(secret(made));
        assertThat(headway.with(link).get("/api/v1/me").status()).isEqualTo(401);
    }

    private static Answered reading(String body) {
        return headway.asNobody().post("/calendar-links/readings", body);
    }

    private static Answered made(Role role, boolean everything, String... headers) {
        return headway.as(role)
                .post(
                        LINKS,
                        "{\"name\": \"Phone\", \"everything\": %s}".formatted(everything),
                        headers);
    }

    private static String path(Answered made) {
        return URI.create(made.json().at("/url").asString()).getPath();
    }

    private static String secret(Answered made) {
        return path(made).replaceAll("/calendar/hwc_[0-9a-f-]{36}_|\\.ics", "");
    }

    private static Answered read(String path, String... headers) {
        return headway.asNobody().get(path, headers);
    }

    private static void step(
            PartnershipOverHttp partnership, String title, String by, String owner) {
        Caller manager = headway.as(Role.MANAGER);
        var planned =
                manager.post(
                        partnership.path() + "/steps",
                        "{\"title\":\"%s\",\"%s\":%s,\"side\":\"OURS\",\"dueOn\":\"2999-02-03\"}"
                                .formatted(title, by, owner));
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
    }

    private static PartnershipOverHttp registered(String name) {
        return PartnershipOverHttp.registered(headway.as(Role.MANAGER), Clock.systemUTC(), name);
    }
}
