package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What was given as a day happened on that day, also where people work while it is the next one in
 * UTC already.
 */
class LookingBackWestOfUtcTest {

    private static RunningHeadway headway;
    private static Browser reader;
    private static String id;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start("headway.calendar.zone=America/New_York");
        reader =
                ReaderOverHttp.signedIn(
                        headway, new SignedInPeople(headway).invite("Wes West", Role.MANAGER));
        id = PastPartnership.imported(headway, "west", "Far west");
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void of_the_day_before_the_board_shows_none_of_it() {
        headway.awaitProjections();

        assertThat(board("2025-01-14")).contains("There was no partnership then");
        assertThat(board("2025-01-15")).contains("data-id=\"" + id + "\" data-stage=\"PROSPECT\"");
        assertThat(board("2025-02-28")).contains("data-id=\"" + id + "\" data-stage=\"PROSPECT\"");
        assertThat(board("2025-03-01")).contains("data-id=\"" + id + "\" data-stage=\"PILOT\"");
    }

    @Test
    void a_page_shows_it_as_the_day_it_was_given_as() {
        headway.awaitProjections();

        assertThat(main("/partnerships/" + id + "?asOf=2025-02-28&asOfTime=effective"))
                .contains(">15 Jan 2025</time>")
                .doesNotContain("1 Mar 2025");
        assertThat(main("/partnerships/" + id + "?asOf=2025-03-01&asOfTime=effective"))
                .contains(">1 Mar 2025</time>")
                .doesNotContain("28 Feb 2025");
    }

    @Test
    void a_move_on_the_first_day_of_a_quarter_is_in_the_pack_of_that_quarter() {
        var csv =
                """
                externalKey,name,partnerName,partnerType,registeredAt,pilotAt
                west-2,First of April,Reef Ltd,TELCO,2025-01-15,2025-04-01
                """;
        headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(csv));
        headway.awaitProjections();
        var auditor = headway.as(Role.AUDITOR);

        assertThat(auditor.get("/api/v1/audit/pack?quarter=2025-Q2").json().at("/moves").toString())
                .contains("First of April");
        assertThat(auditor.get("/api/v1/audit/pack?quarter=2025-Q1").json().at("/moves").toString())
                .doesNotContain("2025-04-01");
    }

    private static String board(String day) {
        return main("/board?asOfTime=effective&asOf=" + day);
    }

    private static String main(String path) {
        var page = reader.open(path).body();
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }
}
