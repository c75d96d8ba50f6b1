package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file is tried, imported, left alone and come back to; what it did not bring is taken along. */
class ImportPagesTest {

    private static final String MIA = "mia@headway.example";
    private static final Pattern RUN = Pattern.compile(".*/import/[a-z0-9-]+");

    private static RunningHeadway headway;
    private static Chromium chromium;
    private static SignedInPeople people;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        chromium = new Chromium();
        people = new SignedInPeople(headway);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        headway.close();
    }

    @Test
    void a_file_is_tried_and_then_imported_from_the_same_page() throws Exception {
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, MIA, "/import");
            assertThat(page.locator("body[data-ready]")).isVisible();
            Chromium.isAccessible(page, "before a file");
            page.getByLabel("The file").setInputFiles(file("reef", "Reef Reach"));
            page.getByText("Try it: store nothing").click();

            var run = page.locator("#run");
            assertThat(run).containsText("What it would do");
            assertThat(run).containsText("Nothing is stored yet");
            assertThat(run.locator("table")).containsText("no-date");
            assertThat(page).hasURL(headway.uri() + "/import");
            Chromium.isAccessible(page, "a dry run");
            Chromium.picture(page, "import-dry-run-1280-light");
            assertThat(count("Reef")).isZero();

            page.locator("button[name=real][value=true]").click();
            assertThat(run).containsText("What was done");
            assertThat(page.locator("#runs tbody tr").first()).containsText("finished");
            assertThat(page.locator("#runs tbody tr").first()).containsText("2 of 2");
            assertThat(page.locator("#runs tbody tr").nth(1)).containsText("dry run");
            assertThat(page.locator("#runs thead")).containsText("Unchanged");
            assertThat(count("Reef")).isEqualTo(1);
            var download = page.waitForDownload(() -> run.getByText("All of them as CSV").click());
            assertThat(Files.readString(download.path()))
                    .contains("line,row,externalKey", "no-date");
            page.navigate("/import");
            assertThat(page.locator("main")).containsText("Imports so far");
            Chromium.isAccessible(page, "imports so far");
            Chromium.picture(page, "import-1280-light");
        }
    }

    @Test
    void an_import_of_somebody_else_appears_in_the_list() {
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, MIA, "/import");
            assertThat(page.locator("body[data-ready]")).isVisible();
            var rows = page.locator("[aria-labelledby=past] tbody tr");
            var before = rows.count();
            page.getByLabel("The file").setInputFiles(file("kept", "Still chosen"));
            headway.as(Role.ADMIN)
                    .send(
                            "POST",
                            "/api/v1/imports",
                            "text/csv",
                            BodyPublishers.ofByteArray(file("else", "Elsewhere").buffer));

            assertThat(rows).hasCount(before + 1);
            assertThat(page.getByLabel("The file")).hasValue(Pattern.compile(".*partners.csv"));
        }
    }

    @Test
    void without_scripts_the_page_comes_back_by_itself() {
        try (var browser =
                chromium.somebody(headway.uri().toString(), 390, ColorScheme.DARK, false)) {
            var page = people.signIn(browser, MIA, "/import");
            page.getByLabel("The file").setInputFiles(file("cove", "Cove line"));
            page.locator("button[name=real][value=true]").click();
            assertThat(page).hasURL(RUN);
            assertThat(page.locator("main")).containsText("What was done");
            Chromium.picture(page, "import-run-390-dark");
        }
    }

    @Test
    void a_file_that_is_none_is_refused_in_words() {
        try (var browser = chromium.somebody(headway.uri().toString())) {
            var page = people.signIn(browser, MIA, "/import");
            assertThat(page.locator("body[data-ready]")).isVisible();
            page.getByLabel("The file")
                    .setInputFiles(
                            new FilePayload(
                                    "x.csv",
                                    "text/csv",
                                    "nonsense\n1\n".getBytes(StandardCharsets.UTF_8)));
            page.getByText("Try it: store nothing").click();
            assertThat(page.locator("#run [role=alert]"))
                    .containsText(
                            "The file was not taken. An import has no column called nonsense:"
                                    + " remove it, or have it passed over. The first row of the"
                                    + " file has to name externalKey, name, partnerName,"
                                    + " partnerType, registeredAt as well.");
            Chromium.isAccessible(page, "a file that is none");
        }
    }

    @Test
    void the_page_says_how_a_file_is_filled_and_has_one_to_fill() {
        var admin = ReaderOverHttp.signedIn(headway, people.invite("Fia Fill", Role.ADMIN));

        assertThat(admin.open("/import").body())
                .contains(
                        "<code>2024-02-01</code>", "<code>RESELLER</code>", "<code>RESELL</code>");
        var template = admin.open("/import/template.csv").body();
        assertThat(template).startsWith("externalKey,name,partnerName,partnerType,registeredAt,");
        var tried =
                headway.as(Role.ADMIN)
                        .send(
                                "POST",
                                "/api/v1/imports?dryRun=true",
                                "text/csv",
                                BodyPublishers.ofString(
                                        template
                                                + "fill-1,Filled,Fill Ltd,OTHER,2024-02-01"
                                                + ",".repeat(9)
                                                + "\r\n"));
        assertThat(tried.json().at("/created").asInt()).as(tried.text()).isOne();
    }

    @Test
    void who_may_audit_sees_what_was_imported_and_imports_nothing() {
        var auditor = ReaderOverHttp.signedIn(headway, people.invite("Olu Bell", Role.AUDITOR));
        var viewer = ReaderOverHttp.signedIn(headway, people.invite("Vera Lind", Role.VIEWER));

        assertThat(auditor.open("/import").statusCode()).isEqualTo(200);
        assertThat(auditor.open("/import").body()).doesNotContain("type=\"file\"");
        assertThat(viewer.open("/import").body()).contains("Importing is for administrators");
        assertThat(viewer.open("/import/import-1").statusCode()).isEqualTo(403);
        assertThat(auditor.open("/import/import-1").statusCode()).isEqualTo(404);
    }

    private static FilePayload file(String key, String name) {
        var csv =
                """
                externalKey,name,partnerName,partnerType,registeredAt,pilotAt
                %s,%s,Reef Ltd,TELCO,2025-01-15,2025-03-01
                no-date,Without a date,Reef Ltd,TELCO,,
                """
                        .formatted(key, name);
        return new FilePayload("partners.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static int count(String name) {
        return headway.as(Role.VIEWER)
                .get("/api/v1/partnerships?q=" + name)
                .json()
                .at("/items")
                .size();
    }
}
