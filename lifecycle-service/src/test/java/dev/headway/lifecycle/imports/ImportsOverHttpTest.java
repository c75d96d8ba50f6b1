package dev.headway.lifecycle.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.imports.xlsx.SampleWorkbook;
import dev.headway.testing.Caller.Answered;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Uploads to the whole service. Each test has keys of its own. */
class ImportsOverHttpTest {

    private static RunningHeadway headway;
    private static ImportClient upload;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start("headway.imports.body=2MB");
        upload = new ImportClient(headway);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void of_what_is_called_the_same_under_another_key_a_twin_is_named() {
        upload.rows("twin-0,Straße Nord,Åland Ltd,TELCO,,,2024-01-01,,,,,,\n");
        var rows =
                """
                twin-1,STRASSE NORD,Aland ltd,TELCO,,,2024-01-01,,,,,,
                twin-2,Strasse Nord,Other Ltd,TELCO,,,2024-01-01,,,,,,
                twin-3,Fjord,Fjord Ltd,TELCO,,,2024-01-01,,,,,,
                twin-4,fjord,FJORD LTD,TELCO,,,2024-01-01,,,,,,
                """;

        for (var answered : List.of(upload.dryRun(rows), upload.rows(rows))) {
            assertThat(answered.json().at("/created").asInt()).isEqualTo(4);
            assertThat(answered.json().at("/rows/0/twins/0/name").asString())
                    .isEqualTo("Straße Nord");
            assertThat(answered.json().at("/rows/0/twins/0").has("partnershipId")).isTrue();
            assertThat(answered.json().at("/rows/1").has("twins")).isFalse();
            assertThat(answered.json().at("/rows/2/twins/0/line").asInt()).isEqualTo(5);
            assertThat(answered.json().at("/rows/3/twins/0/line").asInt()).isEqualTo(4);
        }
        assertThat(upload.rows(rows).json().at("/rows/0").has("twins")).isFalse();
    }

    @Test
    void every_row_is_answered_in_the_order_of_the_file() {
        var answered =
                upload.rows(
                        """
                        order-1,Reef,Reef Ltd,TELCO,,,2024-01-01,2024-02-01,,,,,
                        order-2,Tide,Tide Ltd,BANK,,,soon,,,,,,
                        order-3,Wave,Wave Ltd,AGENCY,RESELL,mia,2024-01-01,,,,,,2024-03-01
                        """);

        assertThat(answered.status()).isEqualTo(200);
        assertThat(ImportClient.sums(answered))
                .isEqualTo("created 2, updated 0, unchanged 0, rejected 1");
        assertThat(answered.json().at("/rows").valueStream())
                .extracting(
                        row ->
                                "%d %s %s %d %s"
                                        .formatted(
                                                row.at("/row").asInt(),
                                                row.at("/externalKey").asString(),
                                                row.at("/outcome").asString(),
                                                row.at("/errors").size(),
                                                row.has("partnershipId")))
                .containsExactly(
                        "1 order-1 CREATED 0 true",
                        "2 order-2 REJECTED 2 false",
                        "3 order-3 CREATED 0 true");
        assertThat(upload.typesOf(answered.json().at("/rows/0/partnershipId").asString()))
                .isEqualTo("PartnershipRegistered PilotStarted RowImported");
        assertThat(upload.typesOf(answered.json().at("/rows/2/partnershipId").asString()))
                .isEqualTo(
                        "PartnershipRegistered PatternChosen SeatFilled MotionImported RowImported");
    }

    @Test
    void an_import_has_a_stream_around_its_rows_and_they_all_came_by_import() {
        var answered = upload.rows("around-1,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,\n");

        var events =
                headway.bean(JdbcClient.class)
                        .sql(
                                """
                                select type || ' ' || (metadata::json ->> 'channel')
                                            || ' ' || (metadata::json ->> 'actor')
                                from   event
                                where  position between :last - 3 and :last
                                order  by position
                                """)
                        .param("last", answered.position())
                        .query(String.class)
                        .list();
        assertThat(events)
                .containsExactly(
                        "ImportStarted IMPORT admin",
                        "PartnershipRegistered IMPORT admin",
                        "RowImported IMPORT admin",
                        "ImportFinished IMPORT admin");
    }

    @Test
    void the_same_rows_again_change_nothing() {
        var rows = "again-1,Reef,Reef Ltd,TELCO,,mia,2024-01-01,2024-02-01,,,,,2024-03-01\n";
        upload.rows(rows);
        var events = upload.eventsOfPartnerships();

        assertThat(ImportClient.sums(upload.rows(rows)))
                .isEqualTo("created 0, updated 0, unchanged 1, rejected 0");
        assertThat(upload.eventsOfPartnerships()).isEqualTo(events);
    }

    @Test
    void a_blank_of_a_known_key_leaves_what_is_there() {
        upload.rows("blank-1,Reef,Reef Ltd,TELCO,,mia,2024-01-01,2024-02-01,2024-03-01,,,,\n");
        var events = upload.eventsOfPartnerships();

        var same = upload.rows("blank-1,,,,,,,,,,,,\nblank-1b,,,,,,,,2024-03-01,,,,\n");

        assertThat(ImportClient.sums(same))
                .isEqualTo("created 0, updated 0, unchanged 1, rejected 1");
        assertThat(same.json().at("/rows/1/errors").valueStream())
                .extracting(
                        error ->
                                error.at("/column").asString()
                                        + " "
                                        + error.at("/message").asString())
                .containsExactly(
                        "name is required",
                        "partnerName is required",
                        "partnerType is required",
                        "registeredAt is required",
                        "launchAt is given without pilotAt");
        assertThat(upload.eventsOfPartnerships()).isEqualTo(events);
        assertThat(ImportClient.sums(upload.rows("blank-1,,,,,,,,2024-03-01,,,,\n")))
                .isEqualTo("created 0, updated 0, unchanged 1, rejected 0");
        assertThat(ImportClient.sums(upload.rows("blank-1,,,AGENCY,,,,,,,,,\n")))
                .isEqualTo("created 0, updated 1, unchanged 0, rejected 0");
    }

    @Test
    void a_later_row_may_bring_a_name_an_owner_a_pattern_and_newer_motion() {
        upload.rows("later-1,Reef,Reef Ltd,TELCO,,mia,2024-01-01,2024-02-01,,,,,2024-03-01\n");

        var later =
                upload.rows(
                        "later-1,Reef 2,Reef Ltd,TELCO,RESELL,noa,2024-01-01,2024-02-01,,,,,2024-04-01\n");

        assertThat(ImportClient.sums(later))
                .isEqualTo("created 0, updated 1, unchanged 0, rejected 0");
        assertThat(upload.typesOf(later.json().at("/rows/0/partnershipId").asString()))
                .endsWith(
                        "RowImported PartnershipRenamed PatternChosen SeatFilled MotionImported"
                                + " RowImported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-02,2024-02-01,,,,,",
                "2024-01-01,2024-02-02,,,,,",
                "2024-01-01,2024-02-01,2024-03-01,,,,",
                "2024-01-01,2024-02-01,,,2024-03-01,,"
            })
    void a_later_row_may_not_touch_a_date_of_a_stage(String dates) {
        upload.rows("dates-1,Reef,Reef Ltd,TELCO,,,2024-01-01,2024-02-01,,,,,\n");

        var later = upload.rows("dates-1,Reef,Reef Ltd,TELCO,,," + dates + "\n");

        assertThat(ImportClient.sums(later))
                .isEqualTo("created 0, updated 0, unchanged 0, rejected 1");
        assertThat(ImportClient.errors(later.json().at("/rows/0")))
                .contains("the date of a stage cannot change by import", "POST /partnerships/");
    }

    @Test
    void a_date_is_corrected_by_the_call_that_the_row_is_told() {
        var row = "mended-1,Reef,Reef Ltd,TELCO,,,2024-01-01,%s,,,,,\n";
        upload.rows(row.formatted("2024-02-01"));
        var rejected =
                ImportClient.errors(upload.rows(row.formatted("2024-02-03")).json().at("/rows/0"));
        var call = rejected.replaceAll("(?s).*correct it by POST (\\S+)$", "/api/v1$1");

        var corrected =
                headway.as(Role.MANAGER)
                        .post(call, "{\"effectiveAt\": \"2024-02-03\", \"reason\": \"mistyped\"}");

        assertThat(corrected.status()).as(rejected).isEqualTo(200);
        for (var date : List.of("2024-02-03", "2024-02-01")) {
            assertThat(ImportClient.sums(upload.rows(row.formatted(date))))
                    .as(date)
                    .isEqualTo("created 0, updated 0, unchanged 1, rejected 0");
            assertThat(ImportClient.sums(upload.dryRun(row.formatted(date))))
                    .isEqualTo("created 0, updated 0, unchanged 1, rejected 0");
        }
    }

    @Test
    void a_later_row_may_bring_another_partner_type_and_segment() {
        var header = "externalKey,name,partnerName,partnerType,segment,registeredAt\n";
        upload.text(header + "group-1,Reef,Reef Ltd,TELCO,,2024-01-01\n");

        var later = upload.text(header + "group-1,Reef,Reef Group,Agency,Enterprise,2024-01-01\n");

        assertThat(ImportClient.sums(later))
                .isEqualTo("created 0, updated 1, unchanged 0, rejected 0");
        var known =
                headway.as(Role.VIEWER)
                        .get(
                                "/api/v1/partnerships/"
                                        + later.json().at("/rows/0/partnershipId").asString(),
                                "Headway-Position",
                                Long.toString(later.position()))
                        .json();
        assertThat(known.at("/partner/name").asString()).isEqualTo("Reef Group");
        assertThat(known.at("/partner/type").asString()).isEqualTo("AGENCY");
        assertThat(known.at("/segment").asString()).isEqualTo("Enterprise");
        assertThat(known.at("/externalKey").asString()).isEqualTo("group-1");
    }

    @Test
    void a_dry_run_tells_what_would_happen_and_stores_nothing() {
        upload.rows(
                """
                dry-1,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,
                dry-2,Tide,Tide Ltd,TELCO,,,2024-01-01,,,,,,
                dry-3,Wave,Wave Ltd,TELCO,,,2024-01-01,,,,,,
                """);
        var events = countOfEvents();
        var rows =
                """
                dry-1,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,
                dry-2,Tide 2,Tide Ltd,TELCO,,,2024-01-01,,,,,,
                dry-3,Wave,Wave Ltd,TELCO,,,2024-01-01,2024-02-01,,,,,
                dry-4,Foam,Foam Ltd,TELCO,,,2024-01-01,,,,,,
                dry-5,Foam,Foam Ltd,TELCO,,,never,,,,,,
                """;

        var dry = upload.dryRun(rows);

        assertThat(dry.status()).isEqualTo(200);
        assertThat(ImportClient.sums(dry))
                .isEqualTo("created 1, updated 1, unchanged 1, rejected 2");
        assertThat(countOfEvents()).isEqualTo(events);
        assertThat(dry.json()).isEqualTo(upload.rows(rows).json());
    }

    @Test
    void two_uploads_of_a_file_at_once_create_each_partnership_once() {
        var rows =
                IntStream.range(0, 500)
                        .mapToObj("once-%d,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,\n"::formatted)
                        .collect(Collectors.joining());

        var answers =
                IntStream.range(0, 4)
                        .boxed()
                        .gather(Gatherers.mapConcurrent(4, _ -> upload.rows(rows)))
                        .toList();

        assertThat(answers).extracting(Answered::status).containsOnly(200);
        assertThat(answers.stream().mapToInt(each -> each.json().at("/created").asInt()).sum())
                .isEqualTo(500);
        assertThat(answers.stream().mapToInt(each -> each.json().at("/unchanged").asInt()).sum())
                .isEqualTo(1500);
    }

    @Test
    void an_upload_under_a_key_is_done_once_and_answered_twice() {
        var csv = ImportClient.HEADER + "key-1,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,\n";
        var first = withKey(csv);
        var events = countOfEvents();

        var second = withKey(csv);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.position()).isEqualTo(first.position()).isPositive();
        assertThat(countOfEvents()).isEqualTo(events);
        assertThat(withKey(csv + "key-2,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,\n").status())
                .isEqualTo(422);
    }

    @Test
    void thousands_of_rows_go_in() {
        var rows =
                IntStream.range(0, 5_000)
                        .mapToObj(
                                "many-%d,Reef,Reef Ltd,TELCO,RESELL,mia,2024-01-01,2024-02-01,,,,,\n"
                                        ::formatted)
                        .collect(Collectors.joining());

        assertThat(ImportClient.sums(upload.rows(rows)))
                .isEqualTo("created 5000, updated 0, unchanged 0, rejected 0");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void only_an_admin_imports(Role other) {
        var answered =
                headway.as(other)
                        .send(
                                "POST",
                                "/api/v1/imports",
                                "text/csv",
                                BodyPublishers.ofString(ImportClient.HEADER));

        assertThat(answered.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/vnd.ms-excel",
                "text/csv; charset=ISO-8859-1",
                "text/csv; charset=nonsense",
                "nonsense"
            })
    void what_is_not_csv_in_utf_8_is_another_media_type(String type) {
        var answered =
                headway.as(Role.ADMIN)
                        .send(
                                "POST",
                                "/api/v1/imports",
                                type,
                                BodyPublishers.ofString(ImportClient.HEADER));

        assertThat(answered.status()).isEqualTo(415);
        assertThat(answered.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.ms-excel", "text/plain", "application/octet-stream"})
    void a_file_of_another_media_type_is_told_which_are_taken(String type) {
        var answered =
                headway.as(Role.ADMIN)
                        .send(
                                "POST",
                                "/api/v1/imports",
                                type,
                                BodyPublishers.ofString(ImportClient.HEADER));

        assertThat(answered.json().at("/detail").asString())
                .isEqualTo(
                        "Content-Type '"
                                + type
                                + "' is not taken here; send text/csv or"
                                + " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void a_broken_file_is_a_problem_and_leaves_no_trace() {
        var events = countOfEvents();

        var answered =
                upload.rows("broken-1,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,\nbroken-2,\"Re");

        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answered.json().at("/detail").asString())
                .startsWith("The row in line 3 is not well-formed CSV");
        assertThat(countOfEvents()).isEqualTo(events);
    }

    @Test
    void of_endless_mistakes_the_first_are_reported_and_the_rest_counted() {
        var errors = upload.text("x,".repeat(20_000)).json().at("/errors");

        assertThat(errors.size()).isEqualTo(1_000);
        assertThat(errors.get(999).at("/message").asString())
                .isEqualTo("and 19006 more like these");
    }

    @Test
    void a_dry_run_and_its_import_may_share_a_key() {
        var row = ImportClient.HEADER + "shared-key,Reef,Reef,TELCO,,,2024-01-01,,,,,,\n";
        var dry = withKey("shared", "?dryRun=true", row);
        var done = withKey("shared", "", row);

        assertThat(ImportClient.sums(dry)).startsWith("created 1,");
        assertThat(ImportClient.sums(done)).startsWith("created 1,");
        assertThat(withKey("shared", "?dryRun=true", row).text()).isEqualTo(dry.text());
        assertThat(withKey("shared", "", row).text()).isEqualTo(done.text());
        assertThat(withKey("shared", "?dryRun=true", row + "\n").status()).isEqualTo(422);
    }

    @Test
    void whoever_sends_far_too_much_hears_why() {
        assertThat(upload.bytes(new byte[40_000_000]).json().at("/detail").asString())
                .startsWith("The file holds a NUL character");

        var row = "k,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,\n";
        var tooLong = upload.rows(row.repeat(1_000_000));
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "=yes", "=TRUE", "=true&dryRun=false"})
    void a_dry_run_is_asked_for_in_full_or_not_at_all(String value) {
        var answered =
                headway.as(Role.ADMIN)
                        .send(
                                "POST",
                                "/api/v1/imports?dryRun" + value,
                                "text/csv",
                                BodyPublishers.ofString(ImportClient.HEADER));

        assertThat(answered.status()).isEqualTo(400);
    }

    @Test
    void an_upload_has_seen_no_version_of_anything() {
        var answer =
                headway.as(Role.ADMIN)
                        .send(
                                "POST",
                                "/api/v1/imports",
                                "text/csv",
                                BodyPublishers.ofString(
                                        ImportClient.HEADER
                                                + "seen-1,Reef,Reef,TELCO,,,2024-01-01,,,,,,\n"),
                                "If-Match",
                                "\"5\"");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ImportClient.sums(answer)).startsWith("created 1,");
    }

    @Test
    void a_workbook_is_imported_as_text_is() {
        var row = "<row r=\"%d\">%s<c r=\"E%d\" s=\"1\"><v>45322</v></c></row>";
        var workbook =
                new SampleWorkbook()
                        .sheet(
                                "Partnerships",
                                "<row r=\"1\">"
                                        + cells(
                                                1,
                                                "External key",
                                                "Name",
                                                "Partner name",
                                                "Partner type",
                                                "Registered at")
                                        + "</row>"
                                        + row.formatted(
                                                3,
                                                "<c r=\"A3\"><v>4711</v></c>"
                                                        + cells(3, "", "Reef", "Reef Ltd", "Telco"),
                                                3)
                                        + row.formatted(
                                                4,
                                                cells(4, "sheet-2", "Tide", "Tide Ltd", "Bank"),
                                                4));

        var answered = upload.workbook(workbook.bytes());

        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(answered.json().at("/rows").valueStream())
                .extracting(
                        each ->
                                "%d %s %s"
                                        .formatted(
                                                each.at("/line").asInt(),
                                                each.at("/externalKey").asString(),
                                                each.at("/outcome").asString()))
                .containsExactly("3 4711 CREATED", "4 sheet-2 REJECTED");
        var again =
                upload.text(
                        "externalKey;name;partnerName;partnerType;registeredAt\n4711;Reef;Reef Ltd;TELCO;2024-01-31\n");
        assertThat(ImportClient.sums(again))
                .isEqualTo("created 0, updated 0, unchanged 1, rejected 0");
    }

    private static String cells(int row, String... texts) {
        return IntStream.range(0, texts.length)
                .filter(column -> !texts[column].isEmpty())
                .mapToObj(
                        column ->
                                SampleWorkbook.text(
                                        (char) ('A' + column) + "" + row, texts[column]))
                .collect(Collectors.joining());
    }

    @Test
    void a_workbook_that_is_none_is_a_problem() {
        var answered = upload.workbook("externalKey,name\n".getBytes(UTF_8));

        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.json().at("/detail").asString())
                .isEqualTo(
                        "The file is not a sound .xlsx workbook; save it as .xlsx again, or as CSV"
                                + " UTF-8");
    }

    @Test
    void another_kind_of_file_is_no_workbook_either() {
        assertThat(upload.workbook("%PDF-1.7".getBytes(UTF_8)).json().at("/detail").asString())
                .startsWith("The file is a PDF and not a table; save");
        assertThat(
                        upload.workbook(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                                .json()
                                .at("/detail")
                                .asString())
                .startsWith("The file is an old or a protected workbook");
    }

    @Test
    void a_day_before_1900_is_told_with_its_line() {
        var answered = upload.rows("zero-1,Reef,Reef Ltd,TELCO,,,1899-12-31,,,,,,\n");

        assertThat(ImportClient.sums(answered)).endsWith("rejected 1");
        assertThat(answered.json().at("/rows/0/line").asInt()).isEqualTo(2);
        assertThat(answered.json().at("/rows/0/errors/0/column").asString())
                .isEqualTo("registeredAt");
        assertThat(answered.json().at("/rows/0/errors/0/message").asString())
                .startsWith("'1899-12-31' lies before 1900");
    }

    @Test
    void unknown_columns_are_refused_by_name_or_passed_over_on_request_and_listed() {
        var csv =
                "externalKey,name,partnerName,partnerType,registeredAt,Notes\n"
                        + "notes-1,Reef,Reef Ltd,TELCO,2024-01-01,kept elsewhere\n";

        var refused = upload.text(csv);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/Notes");

        var taken = upload.text("?ignoreUnknownColumns=true", csv);
        assertThat(ImportClient.sums(taken)).startsWith("created 1,");
        assertThat(taken.json().at("/ignoredColumns").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("Notes");
        assertThat(upload.text("?ignoreUnknownColumns=yes", csv).status()).isEqualTo(400);
    }

    @Test
    void a_key_is_in_use_from_the_first_byte_of_its_upload() throws Exception {
        var csv = ImportClient.HEADER + "slow-1,Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,\n";
        var tries = 0;
        Answered whileArriving;
        Answered arrived;
        do { // until the slow one is there before the other
            var key = "slow-" + tries++;
            var body = new PipedOutputStream();
            var arriving = new PipedInputStream(body);
            body.write(csv.getBytes(UTF_8));
            var slow =
                    CompletableFuture.supplyAsync(
                            () -> withKey(key, "", BodyPublishers.ofInputStream(() -> arriving)),
                            Thread::startVirtualThread);
            whileArriving = withKey(key, "", csv);
            body.close();
            arrived = slow.join();
            assertThat(withKey(key, "", csv).status()).isEqualTo(200);
        } while (whileArriving.status() == 200 && tries < 100);

        assertThat(whileArriving.status()).isEqualTo(409);
        assertThat(whileArriving.header("Retry-After")).isEqualTo("1");
        assertThat(arrived.status()).isEqualTo(200);
    }

    private static Answered withKey(String csv) {
        return withKey("one-upload", "", csv);
    }

    private static Answered withKey(String key, String query, String csv) {
        return withKey(key, query, BodyPublishers.ofString(csv));
    }

    private static Answered withKey(String key, String query, BodyPublisher csv) {
        return headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports" + query, "text/csv", csv, "Idempotency-Key", key);
    }

    private static long countOfEvents() {
        return headway.bean(JdbcClient.class)
                .sql("select count(*) from event")
                .query(Long.class)
                .single();
    }
}
