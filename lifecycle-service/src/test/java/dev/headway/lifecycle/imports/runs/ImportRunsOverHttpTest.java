package dev.headway.lifecycle.imports.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller.Answered;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever uploads may go away: what became of the file is there when they come back. */
class ImportRunsOverHttpTest {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String HEADER =
            "externalKey,name,partnerName,partnerType,registeredAt,lastMotionAt\n";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final RunningHeadway headway = RunningHeadway.start();

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void an_upload_that_is_not_waited_for_is_told_of_afterwards() {
        var begun =
                beside(
                        "",
                        """
                        beside-1,Reef,Reef Ltd,TELCO,2025-01-15,
                        beside-2,Tide,Tide Ltd,BANK,2025-01-15,
                        beside-3,Wave,Wave Ltd,AGENCY,2025-01-15,2025-02-01
                        """);

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.json().at("/rows").asInt()).isEqualTo(3);
        var run = ended(begun);
        assertThat(run.at("/state").asString()).isEqualTo("FINISHED");
        assertThat(run.at("/done").asInt()).isEqualTo(3);
        assertThat(run.at("/created").asInt()).isEqualTo(2);
        assertThat(run.at("/rejected").asInt()).isEqualTo(1);
        assertThat(run.at("/startedBy/name").asString()).isEqualTo("admin");
        assertThat(run.has("endedAt")).isTrue();
        assertThat(partnerships("beside-")).isEqualTo(2);
    }

    @Test
    void a_dry_run_is_told_of_as_well_and_brings_nothing() {
        var run = ended(beside("?dryRun=true", "dry-1,Reef,Reef Ltd,TELCO,2025-01-15,\n"));

        assertThat(run.at("/dryRun").asBoolean()).isTrue();
        assertThat(run.at("/created").asInt()).isEqualTo(1);
        assertThat(partnerships("dry-")).isZero();
    }

    @Test
    void one_that_was_waited_for_can_be_asked_for_later() {
        var answered = upload("", "waited-1,Reef,Reef Ltd,TELCO,2025-01-15,\n");
        var id = id(answered);

        assertThat(answered.status()).isEqualTo(200);
        assertThat(asked("/" + id).at("/state").asString()).isEqualTo("FINISHED");
        assertThat(asked("?limit=200").at("/items").valueStream())
                .anyMatch(each -> each.at("/id").asString().equals(id));
    }

    @Test
    void the_list_has_pages_and_the_newest_first() {
        var first = id(upload("", "page-1,Reef,Reef Ltd,TELCO,2025-01-15,\n"));
        var second = id(upload("", "page-2,Reef,Reef Ltd,TELCO,2025-01-15,\n"));

        var page = asked("?limit=1");
        assertThat(page.at("/items/0/id").asString()).isEqualTo(second);
        var next = asked("?limit=1&cursor=" + page.at("/nextCursor").asString());
        assertThat(next.at("/items/0/id").asString()).isEqualTo(first);
    }

    @Test
    void rejected_rows_come_as_a_file_with_their_lines_and_without_a_formula() {
        var answered =
                upload(
                        "",
                        """
                        "lines-1",Reef,Reef Ltd,TELCO,2025-01-15,

                        "=cmd|' /C calc'!A1",Tide,"Tide
                        Ltd",BANK,soon,
                        @SUM(1),Wave,Wave Ltd,AGENCY,2999-01-15,
                        "say ""no\""",Cove,Cove Ltd,TELCO,never,
                        """);
        var id = id(answered);

        var csv = headway.as(Role.AUDITOR).get(IMPORTS + "/" + id + "/rejected.csv");

        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).contains("rejected.csv");
        var lines = csv.text().split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).isEqualTo("\ufeffline,row,externalKey,errors");
        assertThat(lines[1])
                .startsWith("4,2,\"'=cmd|' /C calc'!A1\",\"partnerType ")
                .contains("; registeredAt ");
        assertThat(lines[2]).startsWith("6,3,\"'@SUM(1)\",");
        assertThat(lines[3]).startsWith("7,4,\"say \"\"no\"\"\",");
    }

    @Test
    void the_same_file_under_its_key_is_one_import_and_another_file_is_refused() {
        var rows = "keyed-1,Reef,Reef Ltd,TELCO,2025-01-15,\n";
        var first = beside("", rows, "Idempotency-Key", "september");
        ended(first);

        var again = beside("", rows, "Idempotency-Key", "september");
        var dry = beside("?dryRun=true", rows, "Idempotency-Key", "september");
        var other = beside("", rows + rows.replace("1", "2"), "Idempotency-Key", "september");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(dry.header("Location")).isNotEqualTo(first.header("Location"));
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void while_one_runs_under_its_key_the_answer_is_409_at_once_and_afterwards_it_is_the_same() {
        var rows = "running-1,Reef,Reef Ltd,TELCO,2025-01-15,\n";
        var first = beside("", rows, "Idempotency-Key", "october");
        ended(first);
        var id = id(first);
        database()
                .sql(
                        "update import_run set ended_at = null, last_seen_at = now() where import_id = :id")
                .param("id", id)
                .update();

        for (var again :
                List.of(
                        beside("", rows, "Idempotency-Key", "october"),
                        upload("", rows, "Idempotency-Key", "october"))) {
            assertThat(again.status()).as(again.text()).isEqualTo(409);
            assertThat(again.header("Retry-After")).isEqualTo("1");
            assertThat(again.text()).contains("/docs/problems#still-running", id);
        }

        database()
                .sql("update import_run set ended_at = now() where import_id = :id")
                .param("id", id)
                .update();
        for (var again :
                List.of(
                        beside("", rows, "Idempotency-Key", "october"),
                        upload("", rows, "Idempotency-Key", "october"))) {
            assertThat(again.status()).as(again.text()).isEqualTo(202);
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.json().at("/state").asString()).isEqualTo("FINISHED");
        }
        assertThat(upload("", rows + "x", "Idempotency-Key", "october").status()).isEqualTo(422);
    }

    @Test
    void what_was_waited_for_under_a_key_is_answered_again_to_whoever_does_not_wait() {
        var rows = "again-1,Reef,Reef Ltd,TELCO,2025-01-15,\n";
        var first = upload("", rows, "Idempotency-Key", "november");

        var again = beside("", rows, "Idempotency-Key", "november");

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void a_file_that_is_none_is_refused_at_once() {
        var broken =
                headway.as(Role.ADMIN)
                        .send(
                                "POST",
                                IMPORTS,
                                "text/csv",
                                BodyPublishers.ofString("no,such,columns\n"),
                                "Prefer",
                                "respond-async, wait=10");

        assertThat(broken.status()).isEqualTo(400);
    }

    @Test
    void those_who_look_at_who_did_what_ask_and_nobody_else() {
        var id = id(upload("", "roles-1,Reef,Reef Ltd,TELCO,2025-01-15,\n"));
        for (var path : new String[] {"", "/" + id, "/" + id + "/rejected.csv"}) {
            for (var role : Role.OURS) {
                var may = role == Role.AUDITOR || role == Role.APPROVER || role == Role.ADMIN;
                assertThat(headway.as(role).get(IMPORTS + path).status())
                        .as(role + " " + path)
                        .isEqualTo(may ? 200 : 403);
            }
        }
    }

    @Test
    void it_is_forgotten_after_a_while_with_its_rows() {
        var id = id(upload("", "old-1,Reef,Reef Ltd,BANK,2025-01-15,\n"));
        database()
                .sql(
                        "update import_run set started_at = started_at - interval '91 days' where import_id = :id")
                .param("id", id)
                .update();

        headway.bean(ImportRunTable.class).deleteOld();

        assertThat(headway.as(Role.ADMIN).get(IMPORTS + "/" + id).status()).isEqualTo(404);
        assertThat(
                        database()
                                .sql("select count(*) from import_rejection where import_id = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private static String id(Answered uploaded) {
        return uploaded.header("Location").substring(IMPORTS.length() + 1);
    }

    private static JsonNode ended(Answered begun) {
        var path = begun.header("Location").substring(IMPORTS.length());
        await().atMost(SOON).until(() -> !asked(path).at("/state").asString().equals("RUNNING"));
        return asked(path);
    }

    private static JsonNode asked(String path) {
        return headway.as(Role.AUDITOR).get(IMPORTS + path).json();
    }

    private static Answered upload(String query, String rows, String... headers) {
        return headway.as(Role.ADMIN)
                .send(
                        "POST",
                        IMPORTS + query,
                        "text/csv",
                        BodyPublishers.ofString(HEADER + rows),
                        headers);
    }

    private static Answered beside(String query, String rows, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Prefer";
        all[1] = "respond-async";
        return upload(query, rows, all);
    }

    private static long partnerships(String keys) {
        return database()
                .sql(
                        """
                        select count(*)
                        from   event
                        where  type = 'PartnershipRegistered'
                        and    payload::json ->> 'externalKey' like :keys
                        """)
                .param("keys", keys + "%")
                .query(Long.class)
                .single();
    }

    private static JdbcClient database() {
        return headway.bean(JdbcClient.class);
    }
}
