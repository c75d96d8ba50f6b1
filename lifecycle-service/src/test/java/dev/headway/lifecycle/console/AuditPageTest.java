package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
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
}
