package dev.headway.lifecycle.console;

import static dev.headway.lifecycle.console.ReaderOverHttp.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is previewed as a whole, and its figures are pictures, tables and files. */
class ProgramPagesTest {

    private static RunningHeadway headway;
    private static SignedInPeople people;
    private static Browser admin;
    private static Browser viewer;
    private static String id;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        people = new SignedInPeople(headway);
        admin = ReaderOverHttp.signedIn(headway, "mia@headway.example");
        viewer = ReaderOverHttp.signedIn(headway, people.invite("Vera Lind", Role.VIEWER));
        id = imported();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void every_kind_of_setting_is_previewed_and_nothing_is_saved() {
        var before = headway.as(Role.VIEWER).get("/api/v1/program").text();
        var typed =
                Map.of(
                        "t.ghost-town", "30 days",
                        "t.ghost-town.PILOT", "",
                        "d.id", "no-sponsor",
                        "d.statement", "Nobody <b>wants</b> it",
                        "p.RESELL", "on",
                        "p.RESELL.requires", "leverage-claimed",
                        "p.RESELL.rhythmDays", "14",
                        "b.RESELL", "launch 14 partner Train the field team",
                        "why", "Harbours buy from whom they know");

        var preview = admin.submit("/program", typed, "/program/preview").body();

        assertThat(preview)
                .contains("What this would change", "Save it")
                .contains("Ghost town", "60 days", "30 days")
                .doesNotContain("P30D")
                .contains("Disqualifier no-sponsor", "Nobody &lt;b&gt;wants&lt;/b&gt; it")
                .contains("Resell: rhythm", "14 days", "not asked for")
                .contains("Playbook of resell", "LAUNCH 14 PARTNER Train the field team")
                .contains("What it is for", "Harbours buy from whom they know");
        assertThat(headway.as(Role.VIEWER).get("/api/v1/program").text()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "funnel",
                "time-in-stage",
                "survival",
                "exceptions-by-pattern",
                "exceptions-by-approver",
                "leverage-by-mechanism",
                "leverage-by-partner",
                "claims-by-pattern"
            })
    void a_figure_is_on_the_page_and_can_be_taken_along(String figure) throws Exception {
        var page = viewer.open("/program").body();
        assertThat(page).contains("id=\"fig-" + figure + "\"");

        var picture = viewer.open("/program/figures/" + figure + ".svg");
        assertThat(header(picture, "Content-Type")).startsWith("image/svg+xml");
        assertThat(header(picture, "Content-Disposition")).contains(figure + ".svg");
        var svg =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        picture.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");

        var table = viewer.open("/program/figures/" + figure + ".csv");
        assertThat(header(table, "Content-Type")).startsWith("text/csv");
        assertThat(table.body()).startsWith("\ufeff\"").endsWith("\r\n");
    }

    @Test
    void a_figure_says_what_the_api_says() {
        assertThat(id).isNotEmpty();
        headway.awaitProjections();
        assertThat(admin.open("/program/figures/funnel.csv").body())
                .contains(
                        "\"Stage\",\"Ever\",\"Now\",\"Of those before\"", "\"Launch\",\"1\",\"1\"");
        await().untilAsserted(
                        () ->
                                assertThat(admin.open("/program/figures/survival.csv").body())
                                        .contains("\"2025-06\",\"1\""));
        assertThat(admin.open("/program/figures/nothing.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void the_charter_is_the_program_on_one_page() {
        var page = viewer.open("/program/charter").body();

        assertThat(page)
                .contains("Charter", "How it says no", "What each pattern asks for")
                .contains("Ghost town", "60 days", "every criterion")
                .contains("What changed since ")
                .doesNotContain("P60D");
        assertThat(viewer.open("/program").body()).contains("/program/charter");
    }

    private static String imported() {
        var csv =
                """
                externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt
                reef,Reef Reach,Reef Ltd,TELCO,2025-01-15,2025-03-01,2025-06-30
                """;
        return headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(csv))
                .json()
                .at("/rows/0/partnershipId")
                .asString();
    }
}
