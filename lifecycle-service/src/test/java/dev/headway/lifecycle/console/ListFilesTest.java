package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import org.junit.jupiter.api.Test;

/** A list that somebody looks at is taken along as a table of exactly those rows. */
class ListFilesTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final Browser viewer =
            ReaderOverHttp.signedIn(
                    headway, SharedConsole.people().invite("Vera View", Role.VIEWER));

    @Test
    void of_the_board_what_it_is_narrowed_to_and_no_formula() {
        PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "=SUM(1) filed");
        PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Elsewhere kept");
        headway.awaitProjections();

        assertThat(viewer.open("/board?q=filed").body())
                .contains("href=\"/board/list.csv?q=filed\"");
        var file = viewer.open("/board/list.csv?q=filed");
        assertThat(ReaderOverHttp.header(file, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"headway-partnerships.csv\"");
        assertThat(file.body())
                .contains("'=SUM(1) filed")
                .doesNotContain("Elsewhere kept", ",=SUM");
        assertThat(viewer.open("/board?asOf=2025-06-01").body()).doesNotContain("list.csv");
        assertThat(viewer.open("/board/list.csv?sort=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void of_steps_and_alerts_those_that_are_shown() {
        var id = PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Stepping");
        headway.as(Role.MANAGER)
                .post(
                        "/api/v1/partnerships/" + id + "/steps",
                        """
                        {"title": "Filed step", "owner": "Li", "side": "OURS", "dueOn": "2999-01-31"}
                        """);
        headway.awaitProjections();

        assertThat(viewer.open("/steps?owner=all").body()).contains("/steps/list.csv?owner=all");
        assertThat(viewer.open("/steps/list.csv?owner=all").body()).contains("Filed step");
        assertThat(viewer.open("/steps/list.csv").body()).doesNotContain("Filed step");
        var alerts = viewer.open("/alerts/list.csv?rule=ghost-town");
        assertThat(ReaderOverHttp.header(alerts, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"headway-alerts.csv\"");
        assertThat(alerts.body()).doesNotContain("steps-unsecured");
    }
}
