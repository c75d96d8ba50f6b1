package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody narrowed a list to is kept, found, renamed, shared and let go. */
class SavedViewPagesTest {

    private static final Pattern ID = Pattern.compile("/me/views/([0-9a-f-]{36})\\?");

    private static RunningHeadway headway;
    private static SignedInPeople people;
    private static Browser ada;
    private static Browser vera;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        people = new SignedInPeople(headway);
        ada = ReaderOverHttp.signedIn(headway, people.invite("Ada Okafor", Role.MANAGER));
        vera = ReaderOverHttp.signedIn(headway, people.invite("Vera Lind", Role.VIEWER));
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_view_of_the_board_is_saved_renamed_shared_and_removed() {
        var address = "/board?pattern=RESELL&ghost=true";
        assertThat(ada.open(address).body()).contains("Save this view");
        var saved = ada.submit(address, Map.of("viewName", "Quiet <i>resale</i>"), "/me/views");
        assertThat(saved.statusCode()).isEqualTo(302);

        var shown = ada.open("/board?ghost=true&pattern=RESELL").body();
        assertThat(shown)
                .contains("Quiet &lt;i&gt;resale&lt;/i&gt;", "The view is saved.", "yours")
                .doesNotContain("Save this view");
        assertThat(vera.open("/board").body()).doesNotContain("Quiet");

        var id = ID.matcher(shown).results().findFirst().orElseThrow().group(1);
        var change = "/me/views/" + id;
        assertThat(ada.open(change).body()).contains("value=\"Quiet &lt;i&gt;resale");
        assertThat(ada.submit(change, Map.of("name", "Resale", "shared", "yes")).statusCode())
                .isEqualTo(302);
        assertThat(vera.open("/board").body()).contains("Resale", "shared by Ada Okafor");
        assertThat(vera.open("/me").body()).contains("/board?pattern=RESELL&amp;ghost=true");

        assertThat(ada.submit("/me", Map.of(), change + "/removal").statusCode()).isEqualTo(302);
        assertThat(vera.open("/board").body()).doesNotContain("Resale");
    }

    @Test
    void alerts_and_steps_have_views_as_well() {
        ada.submit("/alerts?severity=CRITICAL", Map.of("viewName", "Worst"), "/me/views");
        ada.submit("/steps?owner=all&due=overdue", Map.of("viewName", "Late"), "/me/views");
        ada.submit("/steps?side=PARTNER", Map.of("viewName", "Theirs"), "/me/views");

        var me = ada.open("/me").body();
        assertThat(me).contains("/alerts?severity=CRITICAL&amp;status=OPEN");
        assertThat(me).contains("/steps?due=overdue&amp;owner=all");
        assertThat(me).contains("/steps?owner=me&amp;side=PARTNER");
        assertThat(
                        ada.open(
                                        "/alerts?severity=CRITICAL&status=OPEN&status=ACKNOWLEDGED&status=SNOOZED")
                                .body())
                .contains("This is", "Worst");
        assertThat(ada.open("/steps").body()).doesNotContain("Save this view");
    }

    @Test
    void what_cannot_be_saved_is_said() {
        var refused =
                ada.submit(
                        "/board?q=x", Map.of("viewName", "x", "query", "nonsense=1"), "/me/views");

        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(ada.open("/board?q=x").body()).contains("Not saved:");
    }
}
