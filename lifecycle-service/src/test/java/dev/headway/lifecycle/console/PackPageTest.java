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
