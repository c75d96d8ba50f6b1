package dev.headway.lifecycle.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.log.EventLog;
import dev.headway.testing.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The page that links in messages lead to, as chat services and browsers fetch it. */
class AcknowledgePageTest {

    private static final String PAGE = "/alerts/712c911f-692b-b8ce-89cd-7229a488a162/acknowledge";

    static final RunningHeadway headway = RunningHeadway.start();

    private final Caller anybody = headway.asNobody().withoutContract();

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void anybody_may_open_it_and_it_says_nothing_about_the_alert() {
        var page = anybody.get(PAGE, "Accept", "text/html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("Acknowledge an alert").doesNotContain("712c911f");
        assertThat(anybody.get(PAGE.replace('7', '8'), "Accept", "text/html").text())
                .isEqualTo(page.text());
    }

    @Test
    void opening_it_changes_nothing() {
        var before = events();
        anybody.get(PAGE, "Accept", "text/html");
        anybody.get(PAGE, "Accept", "*/*");

        assertThat(events()).isEqualTo(before);
    }

    @Test
    void nothing_runs_on_it_but_the_script_of_this_origin() {
        var page = anybody.get(PAGE, "Accept", "text/html");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.text())
                .doesNotContainPattern("<script(?![^>]* src=)|<style| on[a-z]+=| style=");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void its_script_sends_the_token_to_the_api_and_keeps_it_in_the_tab() {
        var script = anybody.get("/pages/acknowledge.js");

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.text())
                .contains(
                        "/acknowledgement`", "method: \"POST\"", "Authorization", "sessionStorage")
                .doesNotContain("localStorage", "innerHTML", "document.cookie");
    }

    @Test
    void it_takes_no_form_of_its_own() {
        assertThat(anybody.post(PAGE, "{}").status()).isIn(401, 403, 404, 405);
    }

    private static long events() {
        return headway.bean(EventLog.class).head();
    }
}
