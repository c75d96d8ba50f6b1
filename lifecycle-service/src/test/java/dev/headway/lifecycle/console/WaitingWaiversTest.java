package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Approvers find what waits for them in one place, and corrections are made from the story. */
class WaitingWaiversTest {

    private static RunningHeadway headway;
    private static SignedInPeople people;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        people = new SignedInPeople(headway);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void an_exception_that_waits_is_decided_from_the_list_by_somebody_else() {
        var path = registered();
        var mia = ReaderOverHttp.signedIn(headway, people.invite("Ada Okafor", Role.APPROVER));
        var noor = ReaderOverHttp.signedIn(headway, people.invite("Noor Haddad", Role.APPROVER));
        mia.submit(
                path + "/record/waiver",
                Map.of(
                        "criterion", "timing-right",
                        "reason", "They ask <b>us</b>",
                        "expiresOn", "2999-01-31"));

        assertThat(mia.open("/governance").body())
                .contains("Exceptions that wait", "They ask &lt;b&gt;us&lt;/b&gt;")
                .doesNotContain("waiver-decision");
        var list = noor.open("/governance").body();
        var on = list.replaceAll("(?s).*waiver-decision\\?on=([0-9a-f-]{36}).*", "$1");
        var decided =
                noor.submit(
                        path + "/record/waiver-decision?on=" + on,
                        Map.of("decision", "GRANTED", "reason", "Once"));
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(302);
        assertThat(noor.open("/governance").body()).doesNotContain("Exceptions that wait");
    }

    @Test
    void in_the_browser_the_list_is_gone_with_the_last_that_waits() {
        var asks = ReaderOverHttp.signedIn(headway, people.invite("Ada Okafor", Role.APPROVER));
        asks.submit(
                registered() + "/record/waiver",
                Map.of(
                        "criterion", "timing-right",
                        "reason", "They ask us",
                        "expiresOn", "2999-01-31"));
        var mail = people.invite("Noor Haddad", Role.APPROVER);
        try (var browser = people.at(SharedConsole.chromium(), mail)) {
            var page = browser.newPage();
            page.navigate("/governance");
            assertThat(page.locator("body[data-ready]")).isVisible();
            page.locator("a[href*='waiver-decision']").click();
            assertThat(page.locator("dialog[open]")).containsText("Timing right: They ask us");
            page.locator("dialog[open] [name=reason]").fill("Once");
            page.locator("dialog[open] button.main").click();

            assertThat(page.locator(".notice")).isVisible();
            assertThat(page.getByText("Exceptions that wait")).hasCount(0);
            assertThat(page.locator("#all")).isAttached();
        }
    }

    @Test
    void what_was_otherwise_is_corrected_from_the_story() {
        var path = registered();
        var ada = ReaderOverHttp.signedIn(headway, people.invite("Olu Bell", Role.MANAGER));
        ada.submit(path + "/record/rhythm", Map.of("everyDays", "14", "forum", "Monday call"));
        var story = ada.open(path).body();
        var link =
                story.replaceAll(
                                "(?s).*\"(/partnerships/[^\"]*record/correction[^\"]*RhythmAgreed)\".*",
                                "$1")
                        .replace("&amp;", "&");
        var corrected = ada.submit(link, Map.of("everyDays", "30", "reason", "A slip"));

        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(302);
        headway.awaitProjections();
        var known = headway.as(Role.VIEWER).get("/api/v1" + path).json();
        assertThat(known.at("/rhythm/everyDays").asInt()).isEqualTo(30);
        assertThat(known.at("/rhythm/forum").asString()).isEqualTo("Monday call");
    }

    private static String registered() {
        return "/partnerships/" + PartnershipOverHttp.prospect(headway.as(Role.MANAGER), "Reef");
    }
}
