package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** People who come by a link out of chat, who go home, and who leave for good. */
class ComingAndGoingTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final Chromium chromium = SharedConsole.chromium();

    @Test
    void a_link_out_of_chat_leads_over_the_sign_in_to_the_alert() {
        var id = PastPartnership.imported(headway, "chat", "Quiet for long");
        await().atMost(Duration.ofSeconds(60)).until(() -> !alert(id).isEmpty());
        var alert = alert(id);
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page =
                    people.signIn(
                            browser,
                            people.invite("Ada Okafor", Role.MANAGER),
                            "/alerts/" + alert + "/take");
            assertThat(page.locator("main h1")).hasText("Acknowledge the alert: it is yours");
            Chromium.isAccessible(page, "an alert's answer");
            new OpenForm(page.locator("form.record"), "").saying("note", "I call them").send();
            assertThat(page).hasURL(headway.uri() + "/alerts");
            assertThat(page.locator("#alert-" + alert)).containsText("Ada Okafor owns it");
        }
    }

    @Test
    void whoever_signed_out_finds_nothing_private_behind_the_back_button() {
        var id = registered("Nobody else's business");
        var lou = people.invite("Lou Tan", Role.VIEWER);
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, lou, "/partnerships/" + id);
            assertThat(page.locator("main h1")).hasText("Nobody else's business");
            page.getByText("Sign out").first().click();
            assertThat(page.locator("h1")).hasText("You are signed out");

            page.goBack();

            assertThat(page.getByLabel("Password")).isVisible();
            Assertions.assertThat(page.content()).doesNotContain("Nobody else's business");
            page.navigate("/board");
            assertThat(page.getByLabel("Password")).isVisible();
            Chromium.isAccessible(page, "the sign-in");
            Chromium.picture(page, "sign-in-1280-light");
        }
    }

    @Test
    void what_a_leaver_owns_is_handed_over_and_their_account_closed() {
        people.invite("Ida Falk", Role.MANAGER);
        var heir = people.invite("Ben Ruiz", Role.MANAGER, Role.ADMIN);
        var id = registered("Held by Ida");
        var manager = headway.as(Role.MANAGER);
        var ida = manager.get("/api/v1/people?q=Ida").json().at("/items/0/id").asString();
        manager.put(
                "/api/v1/partnerships/" + id + "/seats/RELATIONSHIP",
                "{\"holderId\": \"%s\", \"side\": \"OURS\"}".formatted(ida));
        try (var browser = people.at(chromium, heir)) {
            var page = browser.newPage();
            page.navigate("/people?q=Ida");
            about(page, "Hand over");
            new OpenForm(page.locator("dialog form.record"), "").saying("to.owner", "Ruiz").send();
            assertThat(page.locator("dialog [role=alert]")).containsText("Nobody is called Ruiz");
            Chromium.isAccessible(page, "who may be meant");
            page.locator("dialog button", containing("Ben Ruiz")).click();
            assertThat(page.locator("dialog [role=alert]")).hasCount(0);
            var shown = page.locator("dialog .bulk-rows");
            assertThat(shown).containsText("Held by Ida");
            assertThat(shown).containsText("Relationship seat");
            Chromium.isAccessible(page, "what would be handed over");
            page.locator("dialog button", containing("Hand it over")).click();
            assertThat(page.locator("dialog form.record")).hasCount(0);
            assertThat(page.locator("[role=status]", containing("→ Ben Ruiz"))).isVisible();
            about(page, "Close the account");
            new OpenForm(page.locator("dialog form.record"), "").send();
            assertThat(page.locator("tr", containing("Ida Falk"))).containsText("disabled");

            page.navigate("/partnerships/" + id);
            assertThat(page.locator(".seats").first()).containsText("Ben Ruiz");
        }
    }

    private static void about(Page page, String what) {
        page.navigate("/people?q=Ida");
        assertThat(page.locator("body[data-ready]")).isVisible();
        page.locator("tr", containing("Ida Falk")).locator(".does a", inIt(what)).click();
        assertThat(page.locator("dialog form.record")).isVisible();
    }

    private static Locator.LocatorOptions inIt(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static String registered(String name) {
        return PartnershipOverHttp.registered(headway.as(Role.MANAGER), Clock.systemUTC(), name)
                .id();
    }

    /** Empty until it is raised. */
    private static String alert(String partnership) {
        return headway.as(Role.VIEWER)
                .get("/api/v1/alerts?status=OPEN&partnership=" + partnership)
                .json()
                .at("/items/0/id")
                .asString("");
    }
}
