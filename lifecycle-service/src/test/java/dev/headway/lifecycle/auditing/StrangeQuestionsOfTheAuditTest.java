package dev.headway.lifecycle.auditing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.log.EventLog;
import dev.headway.testing.Caller;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever somebody asks of the audit who wants it to break, it is told what is wrong, and neither
 * answered nor noted.
 */
class StrangeQuestionsOfTheAuditTest {

    private static final String AUDIT = "/api/v1/audit/";
    private static final String ENTRIES = AUDIT + "entries";

    private static final List<String> NO_INSTANTS =
            List.of(
                    "yesterday",
                    "2026-02-30",
                    "2026-13-01",
                    "0000-00-00",
                    "0001-01-01",
                    "1899-12-31",
                    "-2026-01-01",
                    "+999999999-12-31T23:59:59Z",
                    "999999999999-01-01",
                    "2026-01-01T25:00:00Z",
                    "2026-01-01T00:00:00+99:00",
                    "9223372036854775807",
                    "NaN",
                    "infinity",
                    "epoch",
                    "now()",
                    "'; drop table event; --",
                    "\u0000",
                    "2026-01-01\n",
                    "٢٠٢٦-٠١-٠١");

    private static final List<String> NO_LIMITS =
            List.of("0", "-1", "201", "1e2", "2147483648", "99999999999999999999", "٢", " 5", "");

    private static final List<String> NO_CURSORS =
            List.of(
                    "x",
                    "AAAA",
                    "eyJhIjoxfQ==",
                    "' or 1=1",
                    "../..",
                    "=cmd|' /C calc'!A0",
                    "A".repeat(5_000),
                    "\u0000");

    private static RunningHeadway headway;
    private static Caller auditor;

    @BeforeAll
    static void happen() {
        headway = RunningHeadway.start("headway.sealing.after=1s");
        auditor = headway.as(Role.AUDITOR).withoutContract();
        for (int each = 0; each < 3; each++) {
            PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "=1+1|' /C calc'!A0");
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> auditor.get(AUDIT + "checkpoint").status() == 200);
        headway.awaitProjections();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    static Stream<String> strange() {
        return Stream.of(
                        ofEach("entries?from=", NO_INSTANTS),
                        ofEach("entries?time=effective&to=", NO_INSTANTS),
                        ofEach("export?from=", NO_INSTANTS),
                        ofEach("export?to=", NO_INSTANTS),
                        ofEach("entries?limit=", NO_LIMITS),
                        ofEach("checkpoints?limit=", NO_LIMITS),
                        ofEach("entries?cursor=", NO_CURSORS),
                        ofEach("checkpoints?cursor=", NO_CURSORS),
                        ofEach("pack?quarter=", List.of("2026-Q0", "2026", "", "99999-Q1", "*")),
                        ofEach("entries?actor=", List.of("", " ", "\u0000", "a".repeat(201))),
                        ofEach("entries?partnership=", List.of("", "\u0000", "a".repeat(201))),
                        Stream.of(
                                "entries?from=2026-02-01&to=2026-01-01",
                                "entries?from=2026-01-01&from=2026-01-02",
                                "entries?kind=Nonsense",
                                "entries?kind=",
                                "entries?channel=TELEX",
                                "entries?channel=API',%20'CONSOLE",
                                "entries?time=sometimes",
                                "entries?order=actor;drop",
                                "entries?limit=5&limit=6",
                                "export?format=xlsx",
                                "export?format=../../etc/passwd",
                                "export?from=2026-02-01&to=2026-01-01",
                                "export?limit=5",
                                "pack?quarter=2026-Q1&time=later"))
                .flatMap(each -> each);
    }

    private static Stream<String> ofEach(String question, List<String> values) {
        return values.stream().map(value -> question + URLEncoder.encode(value, UTF_8));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void it_is_told_what_is_wrong_and_nothing_is_noted(String question) {
        var before = headway.bean(EventLog.class).head();

        var answer = auditor.get(AUDIT + question);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(headway.bean(EventLog.class).head()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("nowhere")
    void what_is_nowhere_is_not_found(String path) {
        assertThat(auditor.get(AUDIT + path).status()).isIn(400, 404);
    }

    static Stream<String> nowhere() {
        return Stream.of(
                "tile/0/999999",
                "tile/-1/000",
                "tile/64/000",
                "tile/99999999999/000",
                "tile/0/000.p/0",
                "tile/0/000.p/257",
                "tile/0/000.p/99999999999",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/0/..%2f..%2fkey",
                "tile/entries/x/y/z",
                "tile/entries/000.p/-1",
                "proof/%00",
                "proof/..",
                "proof/" + "a".repeat(2_000),
                "proof/9223372036854775807");
    }

    @Test
    void a_cursor_is_good_for_whoever_got_it_and_for_that_question_alone() {
        var cursor =
                URLEncoder.encode(
                        auditor.get(ENTRIES + "?limit=1").json().at("/nextCursor").asString(),
                        UTF_8);

        assertThat(auditor.get(ENTRIES + "?limit=1&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(auditor.get(ENTRIES + "?kind=MoveRefused&cursor=" + cursor).status())
                .isEqualTo(400);
        assertThat(auditor.get(AUDIT + "checkpoints?cursor=" + cursor).status()).isEqualTo(400);
        assertThat(headway.as(Role.ADMIN).get(ENTRIES + "?cursor=" + cursor).status())
                .isEqualTo(400);
    }

    @Test
    void the_longest_period_there_is_and_every_kind_at_once_are_answered() {
        var ever = "from=1900-01-01&to=9999-12-31";
        var kinds = "&kind=MoveRefused".repeat(200);

        assertThat(auditor.get(ENTRIES + "?" + ever + kinds).status()).isEqualTo(200);
        assertThat(auditor.get(AUDIT + "export?" + ever + "&time=effective").status())
                .isEqualTo(200);
        assertThat(auditor.get(AUDIT + "pack?quarter=1900-Q1").status()).isEqualTo(200);
        assertThat(auditor.get(AUDIT + "pack?quarter=9999-Q4").status()).isEqualTo(200);
    }
}
