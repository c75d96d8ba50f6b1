package dev.headway.lifecycle.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.log.EventLog;
import dev.headway.testing.Caller;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who looks at the audit, and what operators have done, is in the audit like everything else. */
class LooksAtTheAuditTest {

    private static final String ENTRIES = "/api/v1/audit/entries";

    private static RunningHeadway headway;
    private static Caller auditor;
    private static Caller admin;

    @BeforeAll
    static void seal() {
        headway = RunningHeadway.start("headway.sealing.after=1s");
        auditor = headway.as(Role.AUDITOR);
        admin = headway.as(Role.ADMIN);
        PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Reef");
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                auditor.get("/api/v1/audit/checkpoint")
                                        .text()
                                        .lines()
                                        .skip(1)
                                        .findFirst()
                                        .filter(size -> size.matches("[1-9][0-9]*"))
                                        .isPresent());
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_search_is_an_entry_with_who_searched_for_what_by_which_request() {
        auditor.get(
                ENTRIES + "?kind=status-change&kind=RowImported&channel=CONSOLE&from=2020-01-01",
                "X-Correlation-Id",
                "board-meeting-7");

        var entry = last("AuditSearched&channel=API", "board-meeting-7");

        assertThat(entry.at("/filters").toString())
                .isEqualTo(
                        """
                        [{"name":"channel","value":"CONSOLE"},\
                        {"name":"from","value":"2020-01-01"},\
                        {"name":"kind","value":"status-change"},\
                        {"name":"kind","value":"RowImported"}]""");
        assertThat(entry.at("/person/id").asString())
                .isEqualTo(auditor.get("/api/v1/me").json().at("/id").asString());
        assertThat(entry.at("/role").asString()).isEqualTo("AUDITOR");
        assertThat(entry.at("/requestId").asString()).isNotEmpty().isNotEqualTo("board-meeting-7");
        assertThat(entry.at("/about/kind").asString()).isEqualTo("AUDIT");
    }

    @Test
    void the_pages_of_a_search_are_one_entry_and_what_is_refused_is_none() {
        auditor.get(ENTRIES + "?limit=1");
        headway.awaitProjections();
        var before = headway.bean(EventLog.class).head();

        var page = auditor.get(ENTRIES + "?limit=1&to=2100-01-01").json();
        while (!page.at("/nextCursor").isMissingNode() && !page.at("/nextCursor").isNull()) {
            page =
                    auditor.get(
                                    ENTRIES
                                            + "?limit=1&to=2100-01-01&cursor="
                                            + page.at("/nextCursor").asString())
                            .json();
        }
        auditor.get(ENTRIES + "?kind=Nonsense");
        auditor.get("/api/v1/audit/export?format=xml");
        auditor.get("/api/v1/audit/pack?quarter=soon");
        headway.as(Role.MANAGER).get(ENTRIES);

        assertThat(headway.bean(EventLog.class).after(before, 10)).hasSize(1);
        assertThat(page.at("/items/0/type").asString()).isEqualTo("AuditSearched");
        assertThat(page.at("/items/0/position").asLong()).isLessThanOrEqualTo(before);
    }

    @Test
    void a_search_that_nobody_is_told_of_wakes_no_page() {
        var before = headway.bean(EventLog.class).head();
        auditor.get(ENTRIES);

        assertThat(headway.bean(EventLog.class).after(before, 10))
                .hasSize(1)
                .allSatisfy(each -> assertThat(each.stream()).startsWith("audit/"));
    }

    @Test
    void an_export_and_a_pack_are_entries() {
        auditor.get("/api/v1/audit/pack?quarter=2026-Q2&time=recorded", "X-Correlation-Id", "pack");
        export("carried");

        var export = last("AuditExported", "carried");
        assertThat(export.at("/checkpointSize").asLong()).isPositive();
        assertThat(export.at("/filters/0/value").asString()).isEqualTo("jsonl");
        assertThat(last("PackMade", "pack").at("/quarter").asString()).isEqualTo("2026-Q2");
    }

    @Test
    void what_operators_have_done_is_an_entry_under_the_projection_s_name() {
        admin.post("/api/v1/projections/people/rebuild", "", "X-Correlation-Id", "rebuild");
        admin.post("/api/v1/projections/moonwalk/rebuild", "", "X-Correlation-Id", "rebuild");
        admin.post("/api/v1/dead-letters/people/replay", "", "X-Correlation-Id", "replay");
        admin.post("/api/v1/dead-letters/people/nobody/replay", "");

        var rebuild = last("RebuildRequested", "rebuild");
        assertThat(rebuild.at("/projection").asString()).isEqualTo("people");
        assertThat(rebuild.at("/about").toString())
                .isEqualTo("{\"kind\":\"PROJECTION\",\"name\":\"people\"}");
        assertThat(rebuild.at("/role").asString()).isEqualTo("ADMIN");
        var replay = last("ReplayRequested", "replay");
        assertThat(replay.at("/projection").asString()).isEqualTo("people");
        assertThat(replay.has("parkedStream")).isFalse();
    }

    @Test
    void the_same_rebuild_asked_for_again_with_its_key_is_one_entry() {
        for (int time = 0; time < 2; time++) {
            admin.post(
                    "/api/v1/projections/waivers/rebuild",
                    "",
                    "Idempotency-Key",
                    "rebuild-waivers-1",
                    "X-Correlation-Id",
                    "keyed");
        }

        assertThat(all("RebuildRequested", "keyed")).hasSize(1);
    }

    @Test
    void a_look_is_sealed_and_exported_as_everything_is() throws Exception {
        auditor.get(ENTRIES + "?partnership=nobody", "X-Correlation-Id", "sealed-look");
        var event = last("AuditSearched", "sealed-look").at("/eventId").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> auditor.get("/api/v1/audit/proof/" + event).status() == 200);

        try (var zip = new ZipInputStream(new ByteArrayInputStream(export("again")))) {
            var entry = zip.getNextEntry();
            while (entry != null && !entry.getName().equals("entries.jsonl")) {
                entry = zip.getNextEntry();
            }
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(event, "AuditSearched");
        }
    }

    private static byte[] export(String correlation) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(
                                            headway.uri()
                                                    .resolve("/api/v1/audit/export?format=jsonl"))
                                    .header(
                                            "Authorization",
                                            "Bearer " + headway.token(Role.AUDITOR))
                                    .header("X-Correlation-Id", correlation)
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode last(String kind, String correlation) {
        return all(kind, correlation).getLast();
    }

    private static List<JsonNode> all(String kind, String correlation) {
        headway.awaitProjections();
        return auditor.get(ENTRIES + "?kind=" + kind)
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/correlationId").asString().equals(correlation))
                .toList();
    }
}
