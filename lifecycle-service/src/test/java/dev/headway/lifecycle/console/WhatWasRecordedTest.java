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

    private HttpResponse<String> describe(Map<String, String> typed) {
        var all = new HashMap<>(Map.of("partner.name", "Reef Ltd", "partner.type", "TELCO"));
        all.putAll(typed);
        return reader.submit(page + "/record/description", all);
    }
}
