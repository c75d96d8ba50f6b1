package dev.headway.lifecycle.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The audit, searched by days. */
class AuditPageTest {

    private static final RunningHeadway headway = SharedConsole.headway();

    @Test
    void an_entry_names_what_it_is_about_and_leads_there() {
        var manager = headway.as(Role.MANAGER);
        var id = PartnershipOverHttp.prospect(manager, "Audited & named");
        manager.post(
                "/api/v1/partnerships/" + id + "/touchpoints",
                "{\"kind\": \"WORKSHOP\", \"summary\": \"They agreed\"}");
        SharedConsole.people().invite("Ines Invited", Role.VIEWER);
        headway.awaitProjections();
        var auditor = SharedConsole.people().invite("Olga Reiss", Role.AUDITOR);
        var reader = ReaderOverHttp.signedIn(headway, auditor);

        assertThat(reader.open("/governance?kind=TouchpointRecorded&partnership=" + id).body())
                .contains("href=\"/partnerships/" + id + "\"><bdi>Audited &amp; named</bdi></a>");
        assertThat(reader.open("/governance?kind=PersonInvited").body())
                .contains("href=\"/people?q=Ines%20Invited\"><bdi>Ines Invited</bdi></a>");
    }

    @Test
    void the_last_day_that_somebody_types_belongs_to_what_they_find() {
        var id = PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Audited today");
        headway.awaitProjections();
        var auditor = SharedConsole.people().invite("Olga Reiss", Role.AUDITOR);
        var reader = ReaderOverHttp.signedIn(headway, auditor);
        var today = LocalDate.now(ZoneOffset.UTC);
        var search = "/governance?partnership=" + id + "&from=" + today + "&to=";

        var found = reader.open(search + today).body();

        assertThat(found)
                .contains("href=\"/partnerships/" + id + "\"")
                .contains("name=\"to\" min=\"1900-01-01\" value=\"" + today + "\"");
        assertThat(reader.open(search + "nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void names_are_what_it_is_searched_by() {
        var manager = headway.as(Role.MANAGER);
        PartnershipOverHttp.prospect(manager, "Sought & found");
        PartnershipOverHttp.prospect(manager, "Sought twice north");
        PartnershipOverHttp.prospect(manager, "Sought twice south");
        headway.awaitProjections();
        var reader = auditor();

        assertThat(reader.open("/governance?partnership=sought+%26+FOUND").body())
                .contains("<bdi>Sought &amp; found</bdi></a>")
                .doesNotContain("Nothing fits", "Sought twice");
        assertThat(reader.open("/governance?partnership=Sought+twice&kind=MoveRefused").body())
                .contains("Several partnerships may be meant", "Sought twice south</bdi>")
                .containsPattern("href=\"/governance\\?partnership=[0-9a-f-]{36}&amp;kind=Move")
                .doesNotContain("Nothing fits");
        assertThat(reader.open("/governance?partnership=Never+there").body())
                .contains("No partnership is called <b><bdi>Never there</bdi></b>");
        assertThat(reader.open("/governance?actor=Ada+Nowhere").body())
                .contains("Nobody is called <b><bdi>Ada Nowhere</bdi></b>");
        var admin = headway.as(Role.ADMIN).get("/api/v1/me").json().at("/name").asString();
        var by = "/governance?kind=PersonInvited&actor=" + URLEncoder.encode(admin, UTF_8);
        assertThat(reader.open(by).body())
                .doesNotContain("Nobody is called", "Nothing fits")
                .contains("<datalist id=\"audit-people\">");
    }

    @Test
    void kinds_are_chosen_in_words_and_one_that_is_none_is_said_in_a_sentence() {
        var page = auditor().open("/governance?kind=Nonsense").body();

        assertThat(page)
                .contains("There is no kind of entry called <bdi>Nonsense</bdi>")
                .contains("<option value=\"status-change\">Moves, refused ones among them</option>")
                .contains("<option value=\"PilotJudged\">Pilot judged</option>")
                .doesNotContain("must be one of", "Nothing fits");
        assertThat(auditor().open("/governance?kind=status-change").body())
                .contains("<option value=\"status-change\" selected=\"selected\">");
    }

    @Test
    void what_happened_last_comes_first_unless_the_oldest_are_asked_for() {
        var manager = headway.as(Role.MANAGER);
        var id = PartnershipOverHttp.prospect(manager, "Audited in order");
        manager.post(
                "/api/v1/partnerships/" + id + "/touchpoints",
                "{\"kind\": \"WORKSHOP\", \"summary\": \"They agreed\"}");
        headway.awaitProjections();
        var search = "/governance?partnership=" + id;

        assertThat(auditor().open(search).body())
                .contains("the newest first")
                .containsSubsequence("They agreed", "<bdi>Registered</bdi>");
        assertThat(auditor().open(search + "&order=asc").body())
                .contains("the oldest first")
                .containsSubsequence("<bdi>Registered</bdi>", "They agreed");
    }

    private static Browser auditor() {
        return ReaderOverHttp.signedIn(
                headway, SharedConsole.people().invite("Olga Reiss", Role.AUDITOR));
    }
}
