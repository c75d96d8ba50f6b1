package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The quarterly pack, looked at and taken along. */
class PackPageTest {

    private static final String QUARTER = "?quarter=2025-Q4";
    private static final RunningHeadway headway = SharedConsole.headway();
    private static final Browser auditor =
            ReaderOverHttp.signedIn(
                    headway, SharedConsole.people().invite("Olga Reiss", Role.AUDITOR));

    @BeforeAll
    static void happen() {
        PastPartnership.imported(headway, "packed", "Quiet <b>packed</b>");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> page().contains("Quiet &lt;b&gt;packed&lt;/b&gt;"));
    }

    private static String page() {
        return auditor.open("/governance/pack" + QUARTER).body();
    }

    @Test
    void the_page_tells_of_the_quarter_and_leads_to_what_it_is_about() {
        assertThat(page())
                .contains("Quarterly pack, 2025-Q4", "nobody yet", "still one, open")
                .contains("No move was refused.")
                .containsPattern("href=\"/partnerships/[^\"]+\"><bdi>Quiet &lt;b&gt;packed");
        assertThat(auditor.open("/governance").body()).contains("href=\"/governance/pack\"");
    }

    @Test
    void which_time_counts_is_said_and_chosen_and_what_was_imported_is_marked() {
        var happened = auditor.open("/governance/pack?quarter=2025-Q2").body();
        var recorded = auditor.open("/governance/pack?quarter=2025-Q2&time=recorded").body();

        assertThat(happened)
                .contains("what happened in it, whenever it was recorded")
                .contains(">Happened</th>", ">Recorded</th>", "<small>imported</small>")
                .containsPattern(">[0-9]+ moves?, [0-9]+ imported<")
                .contains("<option value=\"2025-Q2\" selected=\"selected\">2025-Q2</option>");
        assertThat(recorded)
                .contains("what was recorded in it, whenever it happened", "Nothing was moved.")
                .contains("quarter=2025-Q2&amp;time=recorded");
        assertThat(auditor.open("/governance/pack.html?quarter=2025-Q2&time=recorded").body())
                .contains("What was recorded, whenever it happened,", "Nothing was moved.");
    }

    @Test
    void a_quarter_may_be_written_as_people_write_it() {
        for (var written : new String[] {"Q4+2025", "2025+q4", "q4/2025"}) {
            assertThat(auditor.open("/governance/pack?quarter=" + written).body())
                    .as(written)
                    .contains("Quarterly pack, 2025-Q4")
                    .doesNotContain("must be a quarter");
        }
    }

    @Test
    void vacant_seats_of_a_partnership_stand_in_one_line() {
        var row = "<bdi>Quiet &lt;b&gt;packed&lt;/b&gt;</bdi></a></th>";
        var vacancies = page().replaceFirst("(?s)^.*pack-vacancies", "");
        vacancies = vacancies.substring(0, vacancies.indexOf("</section>"));

        assertThat(vacancies).containsOnlyOnce(row).containsPattern("[0-9]+ seats of [0-9]+ partn");
    }

    @Test
    void taken_along_it_needs_nobody() {
        var file = auditor.open("/governance/pack.html" + QUARTER);

        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"headway-2025-Q4.html\"");
        assertThat(file.body())
                .contains("<style>", "<svg", "Quiet &lt;b&gt;packed&lt;/b&gt;", "</html>")
                .doesNotContain("<script", "<link", "href=", "src=", "<b>packed");
    }

    @Test
    void as_a_table_it_is_what_the_api_says() {
        var file = auditor.open("/governance/pack.csv" + QUARTER);

        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"headway-2025-Q4.csv\"");
        assertThat(file.body())
                .startsWith("part,at,partnershipId,")
                .contains("Quiet <b>packed</b>");
    }

    @Test
    void what_is_no_quarter_is_said_beside_the_last_one() {
        assertThat(auditor.open("/governance/pack?quarter=soon").body())
                .contains("must be a quarter since 1900, as 2026-Q3")
                .contains("Quarterly pack, 20");
    }

    @Test
    void nobody_else_is_shown_it() {
        var manager =
                ReaderOverHttp.signedIn(
                        headway, SharedConsole.people().invite("Mona Mann", Role.MANAGER));

        assertThat(manager.open("/governance/pack").statusCode()).isEqualTo(403);
        assertThat(manager.open("/governance/pack.html").statusCode()).isEqualTo(403);
    }
}
