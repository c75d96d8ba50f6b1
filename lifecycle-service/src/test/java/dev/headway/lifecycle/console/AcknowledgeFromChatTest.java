package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.log.EventLog;
import dev.headway.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Links in messages lead to a page of the console, which changes nothing until somebody says so.
 */
class AcknowledgeFromChatTest {

    private static RunningHeadway headway;
    private static Chromium chromium;
    private static SignedInPeople people;
    private static String alert;

    private static Caller anybody;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        chromium = new Chromium();
        people = new SignedInPeople(headway);
        alert = raised();
        anybody = headway.asNobody().withoutContract();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        headway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/acknowledge", "/take"})
    void whoever_has_not_signed_in_is_told_nothing_and_changes_nothing(String link) {
        var before = headway.bean(EventLog.class).head();
        for (var accept : new String[] {"text/html", "*/*"}) {
            var answer = anybody.get("/alerts/" + alert + link, "Accept", accept);
            assertThat(answer.status()).isIn(302, 401);
            assertThat(answer.text()).doesNotContain("Quiet cove");
        }
        assertThat(anybody.post("/alerts/" + alert + "/take", "{}").status()).isIn(302, 401, 403);
        assertThat(headway.bean(EventLog.class).head()).isEqualTo(before);
    }

    @Test
    void a_signed_out_reader_comes_back_to_the_alert_and_owns_it_on_a_click() {
        var mail = people.invite("Ada Okafor", Role.MANAGER);
        try (var browser =
                chromium.somebody(headway.uri().toString(), 390, ColorScheme.LIGHT, true)) {
            var page = browser.newPage();
            page.navigate("/alerts/" + alert + "/acknowledge");
            page.getByLabel("Mail address").fill(mail);
            page.getByLabel("Password").fill(SignedInPeople.PASSWORD);
            page.getByText("Sign in").last().click();
            assertThat(page).hasURL(headway.uri() + "/alerts/" + alert + "/take");
            assertThat(page.locator("main")).containsText("Quiet cove");
            Chromium.isAccessible(page, "an alert from chat");
            Chromium.picture(page, "acknowledge-390-light");
            assertThat(status()).isEqualTo("OPEN");

            page.getByText("It is mine").click();
            assertThat(page.locator("main")).containsText("Ada Okafor owns it");
            assertThat(status()).isEqualTo("ACKNOWLEDGED");
        }
    }

    private static String status() {
        return headway.as(Role.VIEWER)
                .get("/api/v1/alerts/" + alert)
                .json()
                .at("/status")
                .asString();
    }

    private static String raised() {
        var csv =
                """
                externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt,lastMotionAt
                cove,Quiet cove,Cove Ltd,TELCO,2025-01-15,2025-03-01,2025-06-30,2025-09-12
                """;
        headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(csv));
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> !open().isEmpty());
        return open().at("/0/id").asString();
    }

    private static JsonNode open() {
        return headway.as(Role.VIEWER).get("/api/v1/alerts?status=OPEN").json().at("/items");
    }
}
