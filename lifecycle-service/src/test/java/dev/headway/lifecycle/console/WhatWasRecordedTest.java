package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page says after a form is what came of it, and never that something did which did not. */
class WhatWasRecordedTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final Browser reader =
            ReaderOverHttp.signedIn(
                    headway, SharedConsole.people().invite("Wilma Was", Role.MANAGER));

    private final String id = PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Old name");
    private final String page = "/partnerships/" + id;

    @Test
    void a_name_that_was_emptied_is_asked_for_beside_its_field() {
        var answer = describe(Map.of("name", " "));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("must not be blank", "id=\"f-name\"");
        assertThat(reader.open(page + "/record/description").body())
                .doesNotContainPattern(
                        "What it is called</span><span class=\"quietly\"> \\(if you");
    }

    @Test
    void it_is_said_what_changed_and_that_nothing_did() {
        describe(Map.of("name", "New name", "segment", "Islands"));
        assertThat(reader.open(page).body())
                .contains("Changed: what it is called, in which segment.", "Islands");

        describe(Map.of("name", "New name", "segment", "Islands"));
        assertThat(reader.open(page).body())
                .contains("Nothing differed: it was so before.")
                .doesNotContain(">Recorded.");
        describe(Map.of("name", "New name", "segment", ""));
        assertThat(reader.open(page).body()).contains("Changed: in which segment.");

        for (var said : new String[] {">Recorded.<", ">Nothing differed: it was so before.<"}) {
            reader.submit(page + "/record/pattern", Map.of("pattern", "RESELL"));
            assertThat(reader.open(page).body()).contains(said);
        }
    }

    @Test
    void a_step_on_a_day_that_is_over_is_recorded_and_said_to_be_overdue() {
        var step = Map.of("title", "Ask", "owner", "Li", "side", "OURS", "dueOn", "2020-01-31");
        assertThat(reader.open(page + "/record/step").body()).contains("overdue from the start");

        reader.submit(page + "/record/step", step);

        assertThat(reader.open(page).body())
                .contains("Recorded. It is overdue already: that day is over.")
                .contains("3 are missing; what is overdue secures nothing.");
    }

    @Test
    void what_happened_before_the_partnership_was_registered_is_recorded_and_said_to_be_so() {
        var early = Map.of("kind", "WORKSHOP", "summary", "We met", "effectiveAt", "2020-01-31");
        reader.submit(page + "/record/touchpoint", early);
        assertThat(reader.open(page).body())
                .contains("Recorded. It lies before the partnership was registered, on ")
                .contains("We met");

        var today = Map.of("kind", "WORKSHOP", "summary", "We met again");
        reader.submit(page + "/record/touchpoint", today);
        assertThat(reader.open(page).body())
                .contains(">Recorded.<", "We met again")
                .doesNotContain("It lies before");
    }

    @Test
    void whoever_has_the_key_of_a_voided_one_is_named_and_can_be_gone_to() {
        var holder = PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Key <b>holder</b>");
        describe(Map.of("externalKey", "key-of-two"));
        reader.submit(page + "/record/voiding", Map.of("reason", "A twin"));
        headway.as(Role.MANAGER)
                .patch("/api/v1/partnerships/" + holder, "{\"externalKey\": \"key-of-two\"}");

        var refused = reader.submit(page + "/record/unvoiding", Map.of());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Its external key is that of <a href=\"/partnerships/" + holder + "\"")
                .contains("<bdi>Key &lt;b&gt;holder&lt;/b&gt;</bdi></a> by now; take it away");
    }

    @Test
    void what_is_corrected_or_withdrawn_is_named_and_stands_in_the_form() {
        reader.submit(
                page + "/record/touchpoint",
                Map.of("kind", "WORKSHOP", "summary", "They agreed", "effectiveAt", "2026-01-05"));
        headway.awaitProjections();
        var story = reader.open(page).body();

        assertThat(reader.open(link(story, "correction[^\"]*TouchpointRecorded")).body())
                .contains("<bdi>Workshop, 5 Jan", "value=\"2026-01-05\"", ">They agreed</textarea>")
                .contains("value=\"WORKSHOP\" selected=\"selected\"")
                .doesNotContain("Left empty");
        assertThat(reader.open(link(story, "withdrawal")).body())
                .contains("<bdi>Workshop, 5 Jan", "They agreed", "Why it never held");
    }

    @Test
    void a_date_is_moved_from_the_one_that_stands() {
        var step = Map.of("title", "Ask", "owner", "Li", "side", "PARTNER", "dueOn", "2030-11-01");
        reader.submit(page + "/record/step", step);
        var form = link(reader.open(page).body(), "step-later");

        assertThat(reader.open(form).body())
                .contains("Move the date of a step", "value=\"2030-11-01\"");
        reader.submit(form, Map.of("dueOn", "2030-10-01", "reason", "Sooner"));
        assertThat(reader.open(page).body()).contains("<dt>Dates put off</dt><dd>0</dd>");
        reader.submit(form, Map.of("dueOn", "2030-12-01", "reason", "Later"));
        assertThat(reader.open(page).body()).contains("<dt>Dates put off</dt><dd>1</dd>");
    }

    @Test
    void people_are_suggested_and_a_name_that_is_nobodys_account_is_said_to_be() {
        SharedConsole.people().invite("Mara Stränger", Role.MANAGER);
        var step = Map.of("title", "Ask", "side", "OURS", "dueOn", "2030-01-31");
        assertThat(reader.open(page + "/record/step").body())
                .contains("<option value=\"Mara Stränger\">");

        plan(step, "Mara");
        assertThat(reader.open(page).body())
                .contains("no account is called exactly so; meant may be <bdi>Mara Stränger</bdi>");
        plan(step, "Nobody At All");
        assertThat(reader.open(page).body())
                .contains("No account is called <bdi>Nobody At All</bdi>");
        plan(step, "mara stränger");
        assertThat(reader.open(page).body()).contains(">Recorded.<");
    }

    @Test
    void what_is_wrong_is_a_sentence_and_names_are_names() {
        var late =
                Map.of("kind", "WORKSHOP", "summary", "They agreed", "effectiveAt", "2999-01-05");
        assertThat(reader.submit(page + "/record/touchpoint", late).body())
                .contains("<bdi>It lies in the future.</bdi>");

        var other = PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Key holder of it");
        headway.as(Role.MANAGER)
                .patch("/api/v1/partnerships/" + other, "{\"externalKey\": \"key-of-other\"}");
        assertThat(describe(Map.of("name", "Old name", "externalKey", "key-of-other")).body())
                .contains("<bdi>It is the key of Key holder of it already.</bdi>");
    }

    private void plan(Map<String, String> step, String owner) {
        var typed = new HashMap<>(step);
        typed.put("owner", owner);
        reader.submit(page + "/record/step", typed);
    }

    /** Where the first link to a form leads. */
    private static String link(String body, String fact) {
        return body.replaceFirst(
                        "(?s).*?\"(/partnerships/[^\"]*record/" + fact + "[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    private HttpResponse<String> describe(Map<String, String> typed) {
        var all = new HashMap<>(Map.of("partner.name", "Reef Ltd", "partner.type", "TELCO"));
        all.putAll(typed);
        return reader.submit(page + "/record/description", all);
    }
}
