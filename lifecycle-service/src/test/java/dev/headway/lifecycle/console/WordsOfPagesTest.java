package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import dev.headway.projections.console.layout.Words;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What pages say is what is so, and leads to what can be done about it. */
class WordsOfPagesTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final Browser reader =
            ReaderOverHttp.signedIn(
                    headway, SharedConsole.people().invite("Wanda Wort", Role.MANAGER, Role.ADMIN));

    @Test
    void what_stands_in_a_row_of_steps_is_a_step_and_no_partnership_is_ticked_by_it() {
        var id = PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Has a step");
        headway.as(Role.MANAGER)
                .post(
                        "/api/v1/partnerships/" + id + "/steps",
                        """
                        {"title": "Ask", "owner": "Li", "side": "OURS", "dueOn": "2099-01-31"}
                        """);
        headway.awaitProjections();

        assertThat(reader.open("/steps?owner=all").body())
                .contains("/record/step-done?", "the soonest due first")
                .doesNotContain("class=\"pick\"", "id=\"bulk\"");
    }

    @Test
    void a_lane_of_some_says_of_how_many_and_one_of_none_says_nothing() {
        PastPartnership.imported(headway, "median", "Median bay");
        headway.awaitProjections();

        assertThat(reader.open("/board").body())
                .containsPattern(">median [0-9]+ days?<")
                .doesNotContainPattern("\"n\">0</span></h2>\\s*<small>[^<]");
        assertThat(reader.open("/board?q=Median+bay").body())
                .containsPattern(">of [0-9]+</small>")
                .contains("aria-label=\"1 ghost town of 1\"")
                .containsPattern("<span class=\"sub\">1 of [0-9]+, <a href=\"/board\">show every")
                .doesNotContainPattern(">median [0-9]");
    }

    @Test
    void the_board_and_the_program_count_the_same_days() {
        PastPartnership.imported(headway, "counted", "Counted bay");
        headway.awaitProjections();
        var lane = Pattern.compile("id=\"lane-LAUNCH\".*?>median ([0-9]+) day", Pattern.DOTALL);
        var median = lane.matcher(reader.open("/board").body());

        assertThat(median.find()).isTrue();
        assertThat(reader.open("/program/figures/time-in-stage.csv").body())
                .contains("\"Launch\",\"" + median.group(1) + "\",");
    }

    @Test
    void looking_back_offers_nothing_that_cannot_be_done_there() {
        PastPartnership.imported(headway, "then", "Bay of then");
        headway.awaitProjections();
        var page = reader.open("/board?asOf=2025-04-01&asOfTime=effective").body();

        assertThat(page)
                .contains("As things stood on <b><bdi>1 April 2025, at its end</bdi></b>")
                .doesNotContain("narrowed", "/partnerships/new", "<kbd>M</kbd> move", "40+")
                .doesNotContain("<kbd>X</kbd> select");
        assertThat(reader.open("/board?asOf=2025-04-01&asOfTime=effective&q=Nowhere").body())
                .contains("<a href=\"/board?asOf=2025-04-01&amp;asOfTime=effective\">show every");
    }

    @Test
    void a_sunset_card_counts_no_steps() {
        var id = PastPartnership.sunset(headway, "sunk", "Sunken bay");
        headway.awaitProjections();

        assertThat(card(id)).contains("Sunken bay").doesNotContain("/3<");
    }

    private static String card(String id) {
        var page = reader.open("/board?q=Sunken+bay").body();
        var from = page.indexOf("id=\"card-" + id);
        return page.substring(from, page.indexOf("</li>", from));
    }

    @Test
    void an_order_says_what_comes_first() {
        assertThat(reader.open("/board").body())
                .contains(">by ghost date<", ">quietest first<")
                .doesNotContain("soonest ghost");
        assertThat(reader.open("/board?asOf=2026-01-01").body()).doesNotContain("name=\"sort\"");
        assertThat(reader.open("/alerts").body())
                .contains(
                        ">worst first<", ">longest due first<", ">newest first<", ">oldest first<");
        PastPartnership.imported(headway, "order", "Ordered bay");
        headway.awaitProjections();
        assertThat(reader.open("/ghost-towns").body())
                .contains("those that went quiet last come first")
                .doesNotContain("freshest");
    }

    @Test
    void what_nobody_owns_leads_to_the_form_that_gives_it_an_owner() {
        var id = PastPartnership.imported(headway, "nobody", "Nobodys bay");
        headway.awaitProjections();
        var form = "/partnerships/" + id + "/record/seat?seat=RELATIONSHIP&amp;side=OURS";

        assertThat(reader.open("/partnerships/" + id).body())
                .contains("nobody owns it")
                .contains("href=\"" + form + "\"");
        assertThat(reader.open("/ghost-towns").body())
                .contains(form + "&amp;back=", "nobody owns it: <a");
        assertThat(reader.open(form.replace("&amp;", "&")).body())
                .contains("value=\"RELATIONSHIP\" selected", "value=\"OURS\" selected");
    }

    @Test
    void what_nobody_owns_is_asked_for_and_said_on_its_card() {
        var manager = headway.as(Role.MANAGER);
        PartnershipOverHttp.prospect(manager, "Orphan bay");
        var owned = PartnershipOverHttp.prospect(manager, "Kept bay");
        manager.put(
                "/api/v1/partnerships/" + owned + "/seats/RELATIONSHIP",
                "{\"holder\": \"Li\", \"side\": \"OURS\"}");
        headway.awaitProjections();

        assertThat(reader.open("/board?owner=&q=bay").body())
                .contains("Orphan bay", ">nobody owns it<", "value=\"\" selected")
                .doesNotContain("Kept bay");
        assertThat(reader.open("/board?owner=all&q=Kept+bay").body())
                .contains("Kept bay")
                .doesNotContain(">nobody owns it<");
    }

    @Test
    void a_ghost_town_is_told_what_brings_it_back() {
        var id = PastPartnership.imported(headway, "brought", "Brought bay");
        headway.awaitProjections();
        var form = "/partnerships/" + id + "/record/touchpoint";

        assertThat(reader.open("/ghost-towns").body())
                .containsPattern(form + "\\?back=[^>]+>Record motion<")
                .contains("A plan or a seat alone brings none back: record what moved it");
        assertThat(reader.open("/partnerships/" + id).body())
                .contains("Only what moves it brings it back")
                .contains("<li data-was=\"true\"><b>Pilot</b>", "<li data-open=\"true\">");
    }

    @Test
    void a_form_is_titled_by_what_the_link_to_it_said() {
        var form = "/partnerships/" + PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "T");
        form += "/record/";
        headway.awaitProjections();

        assertThat(reader.open(form + "seat?seat=RELATIONSHIP&side=OURS").body())
                .contains("<h1>Name an owner</h1>", ">Name them</button>");
        assertThat(reader.open(form + "seat?seat=SUPPORT").body())
                .contains("<h1>Fill a seat: support</h1>");
        assertThat(reader.open(form + "seam?seam=DATA_QUALITY").body())
                .contains("<h1>Check a seam: data quality</h1>");
        assertThat(reader.open(form + "customer-notice").body())
                .contains("When they were told", "Where there were none to tell, say so.")
                .doesNotContain("When it happened", ">When<");
    }

    @Test
    void what_a_sunset_asks_for_is_counted_alike_on_the_page_and_before_the_move() {
        var id = PastPartnership.scaled(headway, "sunset", "Sunset bay");
        headway.awaitProjections();

        assertThat(reader.open("/partnerships/" + id).body())
                .contains("The move itself says why, with a code and in words.")
                .doesNotContain("The move says why, with a code and in words");
        assertThat(reader.open("/partnerships/" + id + "/move?to=SUNSET").body())
                .containsPattern("1\\s+of\\s+2 criteria\\s+hold")
                .contains("Code of the reason", "One word that endings are counted by")
                .doesNotContain("In a word");
    }

    @Test
    void constants_and_states_are_words_in_a_sentence() {
        assertThat(Words.within("CO_DELIVERY")).isEqualTo("co-delivery");
        assertThat(Words.within("UX_CONSISTENCY")).isEqualTo("consistent UX");
        assertThat(Words.within("API")).isEqualTo("API");
        assertThat(Words.say("CO_DELIVERY")).isEqualTo("Co-delivery");
        assertThat(Words.sentence("3 criteria for LAUNCH not met"))
                .isEqualTo("3 criteria for launch not met");
        assertThat(Words.sentence("INVITED")).isEqualTo("invited");
        assertThat(Words.sentence("CO_DELIVERY")).isEqualTo("co-delivery");
        assertThat(Words.sentence("WIN_RATE: wins to 30")).isEqualTo("win rate: wins to 30");
    }

    @Test
    void a_form_about_one_of_several_says_which() {
        var manager = headway.as(Role.MANAGER);
        var path = "/partnerships/" + PartnershipOverHttp.prospect(manager, "Owing bay");
        manager.post(
                "/api/v1" + path + "/obligations",
                "{\"what\": \"Keep it up\", \"owedTo\": \"Reef\", \"dueOn\": \"2099-01-31\"}");
        manager.put(
                "/api/v1" + path + "/seats/DELIVERY", "{\"holder\": \"Li\", \"side\": \"OURS\"}");
        headway.awaitProjections();
        var page = reader.open(path).body();

        for (var form : List.of("obligation-met", "obligation-given")) {
            assertThat(page).containsPattern("/" + form + "\\?on=[^\"]+about=Keep%20it%20up");
        }
        assertThat(reader.open(path + "/record/vacancy?on=DELIVERY&about=Delivery").body())
                .contains("<b><bdi>Delivery</bdi></b>");
        assertThat(page).contains("/record/vacancy?on=DELIVERY&amp;about=Delivery");
    }

    @Test
    void a_page_says_in_its_tab_what_it_is_and_in_the_menu_where_it_is() {
        assertThat(reader.open("/partnerships/nonsense").body())
                .contains("<title>There is nothing here · Headway</title>");
        assertThat(reader.open("/people/new").body())
                .containsPattern("href=\"/people\"[^>]* aria-current=\"true\"");
        assertThat(reader.open("/people").body())
                .contains("<th scope=\"col\">Roles</th>")
                .containsPattern("href=\"/people\"[^>]* aria-current=\"page\"");
    }

    @Test
    void a_form_that_gives_roles_says_what_each_may_do() {
        for (var form : new String[] {"/people/new", "/me/tokens/new"}) {
            assertThat(reader.open(form).body())
                    .contains("Reads partnerships, alerts and the program, and changes nothing.")
                    .contains("Records facts, moves partnerships and answers alerts.")
                    .contains("decides waivers, but never their own")
                    .contains("Reads everything, the audit as well")
                    .contains("writes no partnership.");
        }
    }
}
