package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
            var counted = headway.as(Role.VIEWER).get("/api/v1/alerts/counts?" + query).json();
            assertThat(holder.open("/alerts?" + query).body())
                    .containsPattern("role=\"status\">" + open(counted) + " alerts?[;,<]");
        }
        assertThat(holder.open("/alerts?rule=obligation-overdue").body())
                .contains(">0 alerts that wait<");
    }

    @Test
    void what_is_open_is_the_same_number_wherever_it_is_said() {
        var id = PastPartnership.imported(headway, "agree", "Quiet agreement");
        await().atMost(Duration.ofSeconds(60)).until(() -> shadows(id) == 1);
        headway.awaitProjections();
        var viewer = headway.as(Role.VIEWER);
        var open = viewer.get("/api/v1/partnerships/" + id).json().at("/openAlerts").asInt();

        assertThat(open(counts(id))).isEqualTo(open);
        assertThat(holder.open("/partnerships/" + id).body())
                .contains(open + " open alerts<", "part of the ghost town, and not counted")
                .doesNotContainPattern("counted from 20[0-9-]+T");
        assertThat(holder.open("/alerts?rule=fading").body())
                .contains("part of the ghost town, and not counted", " part of a ghost town");
    }

    @Test
    void an_alert_leads_to_what_it_asks_for_and_is_not_acknowledged_twice() {
        var id = PastPartnership.imported(headway, "twice", "Quiet twice");
        await().atMost(Duration.ofSeconds(60)).until(() -> shadows(id) == 1);
        var take = "/alerts/" + alertOf(id) + "/take";
        var page = "/partnerships/" + id;
        assertThat(taker.open(page).body())
                .contains(
                        take,
                        page + "/record/touchpoint?back=",
                        "record/seat?seat=RELATIONSHIP&amp;back=");

        taker.submit(take, Map.of("note", "mine"));
        headway.awaitProjections();

        assertThat(taker.open(page).body()).doesNotContain(take);
        assertThat(taker.open("/alerts?rule=ghost-town&owner=").body())
                .contains("value=\"\" selected")
                .doesNotContain("Quiet twice");
        assertThat(holder.open(page).body()).contains(take, "Take it over");
        assertThat(taker.open("/alerts?severity=CRITICAL").body()).contains("Show all that wait");
    }

    private static int shadows(String id) {
        return counts(id).at("/shadows").asInt();
    }

    private static JsonNode counts(String id) {
        return headway.as(Role.VIEWER)
                .get("/api/v1/alerts/counts?status=OPEN&partnership=" + id)
                .json();
    }

    private static int open(JsonNode counts) {
        return counts.at("/total").asInt() - counts.at("/shadows").asInt();
    }

    private static String mine(Browser browser) {
        headway.awaitProjections();
        return browser.open("/alerts?concerns=me").body();
    }

    private static String alertOf(String id) {
        return headway.as(Role.VIEWER)
                .get("/api/v1/alerts?status=OPEN&rule=ghost-town&partnership=" + id)
                .json()
                .at("/items/0/id")
                .asString();
    }

    private static Browser signedIn(String name) {
        return ReaderOverHttp.signedIn(headway, people.invite(name, Role.MANAGER));
    }
}
