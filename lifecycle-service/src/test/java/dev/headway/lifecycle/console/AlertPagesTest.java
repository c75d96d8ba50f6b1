package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alerts of one's own: those of one's partnerships, and those that one took. */
class AlertPagesTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final Browser holder = signedIn("Holger Haas");
    private static final Browser taker = signedIn("Tanja Take");

    @Test
    void an_alert_concerns_whoever_holds_the_relationship_and_whoever_took_it() {
        var id = PastPartnership.imported(headway, "concern", "Quiet harbour");
        assertThat(holder.open("/alerts").body()).contains("href=\"/alerts?concerns=me\"");
        assertThat(mine(holder)).contains("0 alerts that wait").doesNotContain("Quiet harbour");

        holder.submit(
                "/partnerships/" + id + "/record/seat",
                Map.of("seat", "RELATIONSHIP", "side", "OURS", "holder", "Holger Haas"));
        await().atMost(Duration.ofSeconds(60)).until(() -> mine(holder).contains("Quiet harbour"));
        assertThat(mine(holder))
                .containsPattern("[1-9] alerts? that waits?, of your partnerships or taken by you")
                .contains("nobody has taken it");
        assertThat(mine(taker)).doesNotContain("Quiet harbour");

        taker.submit("/alerts/" + alertOf(id) + "/take", Map.of("note", "I call them"));
        await().until(() -> mine(taker).contains("Quiet harbour"));
        assertThat(mine(taker)).contains("1 alert that waits", "Tanja Take</bdi> owns it");
        assertThat(taker.open("/alerts?owner=me").body()).contains("Quiet harbour");
        assertThat(holder.open("/alerts?owner=me").body()).doesNotContain("Quiet harbour");
        assertThat(mine(holder)).contains("Quiet harbour");
    }

    @Test
    void whatever_the_filter_it_is_said_how_many_there_are() {
        PastPartnership.imported(headway, "counted", "Quiet counted");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> holder.open("/alerts").body().contains("Quiet counted"));

        for (var query : new String[] {"status=OPEN", "severity=CRITICAL&status=OPEN"}) {
            var total =
                    headway.as(Role.VIEWER)
                            .get("/api/v1/alerts/counts?" + query)
                            .json()
                            .at("/total")
                            .asString();
            assertThat(holder.open("/alerts?" + query).body())
                    .containsPattern("role=\"status\">" + total + " alerts?[;<]");
        }
        assertThat(holder.open("/alerts?rule=obligation-overdue").body())
                .contains(">0 alerts that wait<");
    }

    private static String mine(Browser browser) {
        headway.awaitProjections();
        return browser.open("/alerts?concerns=me").body();
    }

    private static String alertOf(String id) {
        return headway.as(Role.VIEWER)
                .get("/api/v1/alerts?status=OPEN&partnership=" + id)
                .json()
                .at("/items/0/id")
                .asString();
    }

    private static Browser signedIn(String name) {
        return ReaderOverHttp.signedIn(headway, people.invite(name, Role.MANAGER));
    }
}
