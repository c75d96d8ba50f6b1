package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is signed of the record is seen, and taken along by whoever would rather not believe. */
class ProofPageTest {

    private static RunningHeadway headway;
    private static SignedInPeople people;
    private static Browser auditor;
    private static String id;

    @BeforeAll
    static void isSealed() {
        headway = RunningHeadway.start("headway.sealing.after=1s");
        people = new SignedInPeople(headway);
        auditor = ReaderOverHttp.signedIn(headway, people.invite("Olga Reiss", Role.AUDITOR));
        id = PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Proved");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> headway.as(Role.AUDITOR).get(proof()).status() == 200);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void what_is_signed_is_shown_and_taken_along() {
        assertThat(auditor.open("/governance").body()).contains("href=\"/governance/proof\"");
        assertThat(auditor.open("/governance/proof").body())
                .contains("What is signed", "Signed so far", "./headway verify headway-audit.zip")
                .containsPattern("[0-9]+ events?,\\s+on <time");

        var checkpoint = auditor.open("/governance/proof/checkpoint");
        assertThat(ReaderOverHttp.header(checkpoint, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"headway-checkpoint.txt\"");
        assertThat(auditor.open("/governance/proof").body())
                .contains(checkpoint.body().lines().findFirst().orElseThrow());
        assertThat(auditor.open("/governance/proof/keys").body())
                .isEqualTo(headway.as(Role.AUDITOR).get("/api/v1/audit/key").text());
    }

    @Test
    void the_audit_is_carried_away_whole_or_a_period_of_it() {
        var all = auditor.open("/governance/export.zip");
        var none = auditor.open("/governance/export.zip?from=2001-01-01&to=2001-01-02&format=csv");

        assertThat(ReaderOverHttp.header(all, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"headway-audit.zip\"");
        assertThat(ReaderOverHttp.header(all, "Content-Type")).isEqualTo("application/zip");
        assertThat(all.body()).startsWith("PK").contains("manifest.json", "entries.jsonl");
        assertThat(none.body()).startsWith("PK").contains("entries.csv");
        assertThat(
                        auditor.open("/governance/export.zip?from=2002-01-01&to=2001-01-01")
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_entry_has_its_proof_beside_it_and_one_that_is_not_sealed_says_so() {
        var event = proof().replaceAll(".*/", "");
        var link = "/governance/proof/" + event;

        assertThat(auditor.open("/governance?partnership=" + id).body()).contains(link + "\"");
        var shown = auditor.open(link);
        assertThat(ReaderOverHttp.header(shown, "Content-Disposition")).contains(event);
        assertThat(shown.body()).startsWith("c2sp.org/tlog-proof@v1");
        assertThat(auditor.open("/governance/proof/" + new UUID(0, 1)).body())
                .contains("That entry is not sealed yet");
    }

    @Test
    void nobody_else_is_shown_it() {
        var manager = ReaderOverHttp.signedIn(headway, people.invite("Mona Mann", Role.MANAGER));

        for (var path : new String[] {"proof", "proof/keys", "proof/" + id, "export.zip"}) {
            assertThat(manager.open("/governance/" + path).statusCode()).as(path).isEqualTo(403);
        }
    }

    private static String proof() {
        headway.awaitProjections();
        var first = headway.as(Role.AUDITOR).get("/api/v1/partnerships/" + id + "/history").json();
        return "/api/v1/audit/proof/" + first.at("/items/0/eventId").asString();
    }
}
