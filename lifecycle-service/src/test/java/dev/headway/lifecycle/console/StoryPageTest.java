package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The story of a partnership: what happened last comes first, whenever it was told. */
class StoryPageTest {

    private static final Pattern HEADLINE =
            Pattern.compile("class=\"entry\".*?<h3><bdi>([^<]*)</bdi>", Pattern.DOTALL);

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final Browser reader =
            ReaderOverHttp.signedIn(
                    headway, SharedConsole.people().invite("Saga Lund", Role.MANAGER));

    @Test
    void what_happened_on_one_day_is_told_in_the_order_of_recording() {
        var id = imported("story-1,One day,Day Ltd,TELCO,2025-03-01,2025-03-01,2025-03-01");

        assertThat(headlines(id)).containsSubsequence("Launched", "Pilot started", "Registered");
    }

    @Test
    void what_was_told_late_stands_on_the_day_on_which_it_happened() {
        var id = imported("story-2,Told late,Late Ltd,TELCO,2025-01-15,2025-03-01,2025-06-30");
        met(id, "2025-04-01", "WORKSHOP");
        met(id, "2025-03-01", "JOINT_CALL");

        assertThat(headlines(id))
                .containsSubsequence(
                        "Launched", "Workshop", "Joint call", "Pilot started", "Registered");
    }

    @Test
    void a_correction_is_one_entry_that_says_what_was_and_what_is() {
        var id = imported("story-3,Corrected,Slip Ltd,TELCO,2025-01-15,2025-03-01,2025-06-30");
        met(id, "2025-07-03", "WORKSHOP");
        reader.submit(
                "/partnerships/"
                        + id
                        + "/record/correction?kind-of=TouchpointRecorded&on="
                        + last(id),
                Map.of("effectiveAt", "2025-07-04", "reason", "A slip"));

        assertThat(headlines(id))
                .startsWith("Corrected: Workshop", "Workshop", "Launched")
                .noneMatch(each -> each.startsWith("Withdrawn"));
        assertThat(page(id))
                .contains(
                        "data-tone=\"ghost\">corrected</span>",
                        "<bdi>3 Jul 2025 → 4 Jul 2025</bdi>");
        var audit = auditor().open("/governance?partnership=" + id).body();
        assertThat(audit)
                .contains("<bdi>Corrected: Workshop</bdi>", "class=\"tone-ghost\">corrected<")
                .doesNotContain("Withdrawn: ");
        assertThat(auditor().open("/governance?kind=FactWithdrawn&partnership=" + id).body())
                .contains("<bdi>Corrected: touchpoint recorded</bdi>");
    }

    @Test
    void what_was_withdrawn_is_told_in_words_and_to_the_end() {
        var id = imported("story-4,Withdrawn,Slip Ltd,TELCO,2025-01-15,2025-03-01,2025-06-30");
        headway.as(Role.MANAGER)
                .post(
                        "/api/v1/partnerships/" + id + "/joint-wins",
                        """
                        {"customer": "ACME", "summary": "used it", "evidence": "mail",
                         "effectiveAt": "2025-07-03"}
                        """);
        reader.submit(
                "/partnerships/" + id + "/record/withdrawal?on=" + last(id),
                Map.of("reason", "It was another"));

        assertThat(headlines(id)).startsWith("Withdrawn: joint win recorded");
        assertThat(page(id))
                .contains(
                        "customer: ACME; summary: used it; evidence: mail; happened: 3 Jul 2025 →"
                                + " nothing",
                        "data-tone=\"ghost\">withdrawn</span>")
                .doesNotContain("effectiveAt:");
    }

    @Test
    void what_is_said_of_a_step_or_a_debt_names_it() {
        var id = imported("story-5,Steps,Step Ltd,TELCO,2025-01-15,2025-03-01,2025-06-30");
        var manager = headway.as(Role.MANAGER);
        var path = "/api/v1/partnerships/" + id;
        var step =
                manager.post(
                                path + "/steps",
                                """
                                {"title": "Draft the plan", "owner": "Mia", "side": "OURS",
                                 "dueOn": "2030-01-31"}
                                """)
                        .json()
                        .at("/stepId")
                        .asString();
        manager.post(
                path + "/steps/" + step + "/rescheduling",
                "{\"dueOn\": \"2030-02-28\", \"reason\": \"Ill\"}");
        var owed =
                manager.post(
                                path + "/obligations",
                                """
                                {"what": "Two trainings", "owedTo": "Them", "dueOn": "2030-01-31"}
                                """)
                        .json()
                        .at("/obligationId")
                        .asString();
        manager.post(path + "/obligations/" + owed + "/discharge", "{\"how\": \"Held\"}");

        assertThat(headlines(id))
                .startsWith(
                        "Obligation discharged: Two trainings",
                        "Obligation taken, due 31 Jan 2030",
                        "Step moved: Draft the plan",
                        "Step planned: Draft the plan")
                .doesNotContain("Row imported", "Row of an import");
        assertThat(page(id)).contains("<p><bdi>Mia, ours, due 31 Jan 2030</bdi></p>");
    }

    @Test
    void what_both_sides_work_for_is_told_by_its_title_and_stands_beside_the_story() {
        var id = imported("story-okr,Okr,Okr Ltd,TELCO,2025-01-15,2025-03-01,2025-06-30");
        var manager = headway.as(Role.MANAGER);
        var path = "/api/v1/partnerships/" + id + "/objectives/chains";
        manager.put(path, chains("Win the chains"));
        manager.put(path + "/confirmations/PARTNER", "{\"by\": \"Ines Duarte\"}");
        manager.put(path, chains("Win <b>all</b> chains"));
        manager.put(path + "/confirmations/OURS", "{\"by\": \"Ada Okafor\"}");
        manager.post(path + "/key-results/stores/values", "{\"value\": 31}");

        assertThat(headlines(id))
                .startsWith(
                        "Key result stores measured 31: Win &lt;b&gt;all&lt;/b&gt; chains",
                        "Objective confirmed by Ada Okafor for our side: Win &lt;b&gt;all&lt;/b&gt; chains",
                        "Objective changed: Win &lt;b&gt;all&lt;/b&gt; chains",
                        "Objective confirmed by Ines Duarte for the partner: Win the chains",
                        "Objective shared: Win the chains");
        assertThat(page(id))
                .contains(
                        "What both sides work for", "<bdi>Win &lt;b&gt;all&lt;/b&gt; chains</bdi>")
                .contains("31 of 80", "to be confirmed", "<bdi>Ada Okafor</bdi>", "not confirmed")
                .contains("<p><bdi>Stores from 12 to 80 stores by 31 Jan 2030</bdi></p>")
                .contains("/record/key-result?on=chains&amp;keyResult=stores");

        manager.post(path + "/drop", "{\"reason\": \"Sold\"}");
        assertThat(headlines(id))
                .startsWith("Objective dropped: Win &lt;b&gt;all&lt;/b&gt; chains");
        assertThat(page(id)).contains("dropped").doesNotContain("/record/key-result");
    }

    private static String chains(String title) {
        return """
               {"title": "%s", "keyResults": [{"id": "stores", "name": "Stores", "unit": "stores",
                "baseline": 12, "target": 80, "dueOn": "2030-01-31"}]}
               """
                .formatted(title);
    }

    private static String page(String id) {
        headway.awaitProjections();
        return reader.open("/partnerships/" + id).body();
    }

    private static Browser auditor() {
        return ReaderOverHttp.signedIn(
                headway, SharedConsole.people().invite("Saga Reiss", Role.AUDITOR));
    }

    /** What was recorded last. */
    private static String last(String id) {
        headway.awaitProjections();
        var history = "/api/v1/partnerships/" + id + "/history?order=desc&limit=1";
        return headway.as(Role.VIEWER).get(history).json().at("/items/0/eventId").asString();
    }

    private static List<String> headlines(String id) {
        headway.awaitProjections();
        return HEADLINE.matcher(reader.open("/partnerships/" + id).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void met(String id, String day, String kind) {
        headway.as(Role.MANAGER)
                .post(
                        "/api/v1/partnerships/" + id + "/touchpoints",
                        """
                        {"kind": "%s", "summary": "They agreed", "effectiveAt": "%s"}
                        """
                                .formatted(kind, day));
    }

    private static String imported(String row) {
        var head = "externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt";
        return headway.as(Role.ADMIN)
                .send(
                        "POST",
                        "/api/v1/imports",
                        "text/csv",
                        BodyPublishers.ofString(head + "\n" + row + "\n"))
                .json()
                .at("/rows/0/partnershipId")
                .asString();
    }
}
