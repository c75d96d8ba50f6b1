package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Role;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.console.facts.FactCatalogue;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The life of a partnership as it is recorded on its page: each fact by the link that leads to its
 * form. What there is several of, seats and the like, is recorded once in the browser, and the
 * others by the API.
 */
final class LifeInBrowser {

    private static final Pattern TAKEN =
            Pattern.compile("Recorded\\.|Changed: in which segment\\.");

    private final RunningHeadway headway;
    private final Page page;
    private final Page approvers;
    private final Set<String> sent = new LinkedHashSet<>();
    private String path = "";

    /**
     * @param page of the manager
     * @param approvers of somebody who decides what the manager asks for
     */
    LifeInBrowser(RunningHeadway headway, Page page, Page approvers) {
        this.headway = headway;
        this.page = page;
        this.approvers = approvers;
    }

    void isRegistered(String name) {
        page.navigate("/board");
        assertThat(page.locator("body[data-ready]")).isVisible();
        page.getByText("Register the first one").click();
        form("Register a partnership")
                .saying("name", name)
                .saying("partner.type", "RESELLER")
                .saying("owner", "Ada Okafor")
                .send();
        assertThat(page.locator("main h1")).hasText(name);
        path = page.url().replaceAll("^.*(/partnerships/[^?#]+).*$", "$1");
    }

    void hasEveryFactOfProspect() {
        record("leverage-claim");
        record("pattern");
        record("screening");
        record("timing");
        record("pilot-scope");
        record(
                "classification",
                "classification",
                "STRATEGIC",
                "bends.0.bend",
                "ROADMAP",
                "bends.0.what",
                "An export",
                "bends.0.dueOn",
                Soon.DAY);
        record("bend");
        record("description", "segment", "Resale");
        record("partner", "partnerId", partnerId());
        record("partner-by-name");
        record("parking");
        record("unparking");
        record("step", "title", "Train the field teams", "side", "PARTNER");
        record("playbook");
        record("step-done");
        record("step-reopen");
        record("step-later", "dueOn", "2099-02-01");
        record("step-owner", "owner", "Ada Okafor");
        record("step-drop");
        record("touchpoint");
        correct("summary", "Went through the proposals once more");
        record("objective", "keyResults.0.id", "stores", "keyResults.0.target", "80");
        record("objective-confirmation", "side", "PARTNER");
        record("key-result");
        record("objective-drop");
        record("obligation");
        record("obligation-met");
        record("obligation");
        record("obligation-given");
        record("waiver", "criterion", "seams-pass");
        record(approvers, "waiver-decision", "decision", "REFUSED");
        record("withdrawal");
        record("vacancy");
        record("seat", "seat", "RELATIONSHIP", "holder", "Kai Berg");
    }

    void hasEveryFactOfPilot() {
        record("attestation", "criterion", "security-reviewed");
        record("rhythm");
        record("seam", "verdict", "PASS");
        record("consent");
        record("incentive");
        record("funding");
        record("customer-notice");
        record("joint-win");
        record("measurement");
        record("pilot-verdict", "verdict", "PROVED");
        record("verdict-confirmation");
        record("step", "title", "Publish the case study");
        var manager = headway.as(Role.MANAGER);
        for (var seat : Seat.values()) {
            manager.put(api("/seats/" + seat), "{\"holder\": \"Kai\", \"side\": \"PARTNER\"}");
        }
        for (var seam : Seam.values()) {
            manager.put(api("/seams/" + seam), "{\"verdict\": \"PASS\", \"evidence\": \"seen\"}");
        }
        for (var team : ReceivingTeam.values()) {
            manager.put(api("/consents/" + team), "{\"by\": \"Li\", \"capacity\": \"a day\"}");
        }
        for (var title : new String[] {"Plan the second region", "Go there together"}) {
            manager.post(
                    api("/steps"),
                    """
                    {"title": "%s", "owner": "Kai", "side": "PARTNER", "dueOn": "%s"}
                    """
                            .formatted(title, Soon.DAY));
        }
    }

    void hasEveryFactOfLaunch() {
        record("announcement", "announcedOn", "2026-01-31");
        record("exit-terms-confirmation");
    }

    void movesTo(String stage) {
        page.navigate(path);
        assertThat(page.locator("body[data-ready]")).isVisible();
        page.locator("[data-shell-target=move]").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator("h1")).containsText("to " + stage);
        dialog.locator("button[type=submit].main").click();
        assertThat(page.locator(".rail [aria-current=step]")).containsText(stage);
    }

    void isTakenBackAndBroughtBack() {
        record("voiding");
        record("unvoiding");
        sent.add("exit-terms"); // in the refusal
    }

    /** The forms that nobody has sent. */
    Set<String> formsNotSent() {
        var all = new LinkedHashSet<String>();
        FactCatalogue.all().forEach(form -> all.add(form.id()));
        all.removeAll(sent);
        return all;
    }

    private void record(String fact, String... said) {
        record(page, fact, said);
    }

    /** By the first link on the page that leads to the form. */
    private void record(Page by, String fact, String... said) {
        by.navigate(path);
        assertThat(by.locator("body[data-ready]")).isVisible();
        by.locator("a[href*='/record/%s'] >> visible=true".formatted(fact + "?"))
                .or(by.locator("a[href$='/record/%s'] >> visible=true".formatted(fact)))
                .first()
                .click();
        var form = sentTo(by, fact);
        for (int i = 0; i < said.length; i += 2) {
            form.saying(said[i], said[i + 1]);
        }
        form.send();
        assertThat(by.locator(".notice")).hasText(TAKEN);
        sent.add(fact);
    }

    /** What was recorded last, by the link beside it, whose form has that fact's fields. */
    private void correct(String field, String value) {
        page.navigate(path);
        assertThat(page.locator("body[data-ready]")).isVisible();
        page.locator(".story a[href*='/record/correction?']").first().click();
        form("Correct what was recorded").saying(field, value).send();
        assertThat(page.locator(".notice")).hasText("Recorded.");
        sent.add("correction");
    }

    private OpenForm form(String title) {
        return form(page, title);
    }

    private static OpenForm sentTo(Page page, String fact) {
        var form = page.locator("dialog form.record[action$='/record/%s']".formatted(fact));
        assertThat(form).isVisible();
        return new OpenForm(form, Soon.DAY);
    }

    private static OpenForm form(Page page, String title) {
        var form = page.locator("dialog form.record", named(title));
        assertThat(form).isVisible();
        return new OpenForm(form, Soon.DAY);
    }

    private String partnerId() {
        return headway.as(Role.VIEWER).get(api("")).json().at("/partnerId").asString();
    }

    private String api(String below) {
        return "/api/v1" + path + below;
    }

    private static Page.LocatorOptions named(String title) {
        return new Page.LocatorOptions().setHasText(title);
    }
}
