package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.OwnCriteria;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.AccountsOverHttp;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first day of a Headway, all of it in the browser: from the link on the terminal, over pages
 * with nothing on them and every fact that can be recorded, to a launch.
 */
class FirstDayTest {

    private static final String ADMIN = "mia@northwind.example";
    private static final String MANAGER = "ada@northwind.example";
    private static final String APPROVER = "noor@northwind.example";

    private static RunningHeadway headway;
    private static final Chromium chromium = SharedConsole.chromium();
    private static String service;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        service = headway.uri().toString();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void whoever_opens_the_first_link_brings_in_others_who_launch_a_partnership() {
        try (var mias = chromium.somebody(service);
                var adas = chromium.somebody(service);
                var noors = chromium.somebody(service)) {
            var mia = becomesFirst(mias);
            emptyPagesTeach(mia);
            namesDisqualifier(mia);
            OwnCriteria.add(
                    headway.as(Role.ADMIN),
                    OwnCriteria.of("security-reviewed", "LAUNCH", "It is reviewed", "MANAGER"));
            hasPlaybook();
            var ada = comesIn(adas, invited(mia, "Ada Okafor", MANAGER, Role.MANAGER));
            var noor = comesIn(noors, invited(mia, "Noor Haddad", APPROVER, Role.APPROVER));

            var life = new LifeInBrowser(headway, ada, noor);
            life.isRegistered("Northwind resale");
            life.hasEveryFactOfProspect();
            life.movesTo("Pilot");
            life.hasEveryFactOfPilot();
            launchIsRefusedAndMendedOnTheSpot(ada);
            life.hasEveryFactOfLaunch();
            life.isTakenBackAndBroughtBack();
            Assertions.assertThat(life.formsNotSent()).as("facts without a way to them").isEmpty();
        }
    }

    /** Of whichever pattern is chosen. */
    private static void hasPlaybook() {
        var admin = headway.as(Role.ADMIN);
        var program = (ObjectNode) admin.get("/api/v1/program").json();
        var playbooks = program.putObject("playbooks");
        for (var pattern : dev.headway.contracts.Pattern.values()) {
            playbooks
                    .putObject(pattern.name())
                    .putArray("PROSPECT")
                    .addObject()
                    .put("title", "Meet their field team")
                    .put("side", "PARTNER")
                    .put("afterDays", 14);
        }
        Assertions.assertThat(admin.put("/api/v1/program", program.toString()).status())
                .isEqualTo(200);
    }

    private static Page becomesFirst(BrowserContext browser) {
        var page = browser.newPage();
        page.navigate(new AccountsOverHttp(headway).open());
        Chromium.isAccessible(page, "the first link");
        Chromium.picture(page, "first-link-1280-light");
        page.getByLabel("Name").fill("Mia Holm");
        page.getByLabel("Mail address").fill(ADMIN);
        page.getByLabel("Password").fill(SignedInPeople.PASSWORD);
        page.getByText("Become the administrator").click();
        return isSignedIn(page);
    }

    /** With a one-time link; what it leads to is a board. */
    private static Page comesIn(BrowserContext browser, String link) {
        var page = browser.newPage();
        page.navigate(link);
        page.getByLabel("Password").fill(SignedInPeople.PASSWORD);
        page.getByText("Set the password").click();
        return isSignedIn(page);
    }

    private static Page isSignedIn(Page page) {
        assertThat(page.getByRole(AriaRole.HEADING, heading(1))).hasText("Your password is set");
        page.getByText("Go to Headway").click();
        assertThat(page).hasURL(headway.uri() + "/board");
        return page;
    }

    private static void emptyPagesTeach(Page page) {
        page.navigate("/board");
        assertThat(page.locator("section.empty")).containsText("say under People who is a manager");
        for (var path : new String[] {"board", "ghost-towns", "steps", "alerts", "me", "import"}) {
            page.navigate("/" + path);
            assertThat(page.locator("main p").first()).not().isEmpty();
            Chromium.isAccessible(page, path + " with nothing on it");
            Chromium.picture(page, path + "-empty-1280-light");
        }
    }

    private static void namesDisqualifier(Page page) {
        page.navigate("/program");
        page.getByLabel("Id of another disqualifier").fill("no-sponsor");
        page.getByLabel("What else disqualifies").fill("Nobody on their side wants it");
        page.getByLabel("Why").fill("We were burnt once");
        page.getByText("Save it").click();
        assertThat(page.locator(".notice")).isVisible();
    }

    private static String invited(Page page, String name, String mail, Role role) {
        page.navigate("/people");
        assertThat(page.locator("body[data-ready]")).isVisible();
        page.getByText("Invite somebody").click();
        new OpenForm(page.locator("dialog form.record"), "")
                .saying("name", name)
                .saying("email", mail)
                .saying("roles", role.name())
                .send();
        assertThat(page.locator("#secret")).isVisible();
        return page.locator("#secret").inputValue();
    }

    /** From the board, by keys; the form that mends opens in the refusal. */
    private static void launchIsRefusedAndMendedOnTheSpot(Page page) {
        page.navigate("/board");
        assertThat(page.locator("body[data-ready]")).isVisible();
        page.keyboard().press("j");
        page.keyboard().press("m");
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Launch stays shut for");
        assertThat(dialog.locator(".unmet li")).hasCount(1);
        dialog.getByText("Try it all the same, on record").click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("on record as version");
        Chromium.isAccessible(page, "a refusal on record");
        Chromium.picture(page, "refused-1280-light");

        dialog.getByText("Agree exit terms").click();
        var form = dialog.locator("form.record");
        assertThat(form.getByLabel("What happens when it ends")).isVisible();
        new OpenForm(form, "").send();
        assertThat(dialog.locator("h1")).containsText("Move Northwind resale to Launch");
        dialog.locator("button[type=submit].main").click();
        assertThat(page.locator("section[data-stage=LAUNCH] .card")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*/board.*"));
    }

    private static Page.GetByRoleOptions heading(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }
}
