package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Pages of the past say which past, lead on within it, and say what is wrong with a question. */
class LookingBackPagesTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final Browser reader =
            ReaderOverHttp.signedIn(
                    headway, SharedConsole.people().invite("Rhea Back", Role.MANAGER));

    @Test
    void a_day_is_as_it_was_at_its_end_and_today_as_it_is_now() {
        PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Recorded today");
        headway.awaitProjections();
        var today = LocalDate.now(ZoneOffset.UTC);

        assertThat(main("/board?asOfTime=recorded&q=Recorded+today&asOf=" + today))
                .contains("Recorded today</bdi></a>", "until now", "name=\"asOfAt\"");
        assertThat(main("/board?asOfTime=recorded&q=Recorded+today&asOfAt=00:00&asOf=" + today))
                .contains("00:00 (UTC)")
                .doesNotContain("Recorded today</bdi></a>");
    }

    @Test
    void a_lane_of_the_past_says_how_many_there_were() {
        for (int each = 0; each < 41; each++) {
            PastPartnership.imported(headway, "many-" + each, "Crowd of then " + each);
        }
        headway.awaitProjections();

        assertThat(main("/board?asOf=2025-04-01&asOfTime=effective&q=Crowd+of+then"))
                .containsPattern("id=\"lane-PILOT\">.*<span class=\"n\">41</span>")
                .doesNotContain("or more");
    }

    @Test
    void a_card_of_the_past_leads_to_the_partnership_of_then_which_is_read_only() {
        var id = PastPartnership.imported(headway, "of-then", "Cove of then");
        headway.awaitProjections();
        var then = "?asOf=2025-04-01&asOfTime=effective";

        assertThat(main("/board" + then + "&q=Cove+of+then"))
                .contains("href=\"/partnerships/" + id + then.replace("&", "&amp;") + "\"");
        assertThat(main("/partnerships/" + id + then))
                .contains("As things stood on <b><bdi>1 April 2025, at its end</bdi></b>")
                .contains("31 days by then", "Recorded later", "/partnerships/" + id + "\">see it")
                .doesNotContain("/record/", "/move?");
    }

    @Test
    void the_only_one_that_is_found_on_a_board_of_the_past_is_opened_as_it_was() {
        var id = PastPartnership.imported(headway, "found-then", "Found of then");
        headway.awaitProjections();
        var then = "asOf=2025-04-01&asOfTime=effective";

        assertThat(ReaderOverHttp.location(reader.open("/board/find?q=Found+of+then&" + then)))
                .hasPath("/partnerships/" + id)
                .hasQuery(then);
        assertThat(ReaderOverHttp.location(reader.open("/board/find?q=of+then&type=TELCO&" + then)))
                .hasPath("/board")
                .hasParameter("type", "TELCO")
                .hasParameter("asOf", "2025-04-01");
    }

    @Test
    void a_day_that_lies_ahead_is_said_in_place_and_stays_to_be_put_right() {
        assertThat(main("/board?asOf=2999-12-24&asOfTime=effective&q=Reef"))
                .contains("The time to look back to</bdi> <bdi>must not be in the future")
                .contains("value=\"2999-12-24\"", "value=\"Reef\"")
                .doesNotContain("Try again", "There was no partnership");
    }

    @Test
    void of_any_question_that_is_not_valid_it_is_said_what_is_wrong() {
        assertThat(main("/steps?due=never&owner=all"))
                .contains("Due</bdi> <bdi>must be one of", "value=\"never\"", "Ask again")
                .doesNotContain("Try again");
        assertThat(main("/alerts?status=GONE")).contains("Status</bdi> <bdi>must be one of");
    }

    private static String main(String path) {
        var page = reader.open(path).body();
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }
}
