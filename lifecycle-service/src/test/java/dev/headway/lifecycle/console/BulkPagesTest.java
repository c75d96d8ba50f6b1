package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same for many, by forms alone: what would come of it is shown before it is done. */
class BulkPagesTest {

    private static final String BULK = "/board/bulk";
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([a-z0-9-]+)\"");

    private static final Map<String, String> STEP =
            Map.of(
                    "what", "PLAN_STEP",
                    "body.title", "Agree the next three",
                    "body.owner", "Ada Okafor",
                    "body.side", "OURS",
                    "body.dueOn", "2999-01-31");

    private static RunningHeadway headway;
    private static SignedInPeople people;
    private static Browser manager;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        people = new SignedInPeople(headway);
        manager = ReaderOverHttp.signedIn(headway, people.invite("Ada Okafor", Role.MANAGER));
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_step_is_shown_for_each_planned_on_a_click_and_once() {
        var one = registered("One of two");
        var other = registered("Other of two");
        var chosen = "%s One of two\n%s <b>Other</b> of two".formatted(one, other);

        var form = send(Map.of("what", "PLAN_STEP", "chosen", chosen), "");
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.body()).contains("Plan a step for", "2", "See what it would do");

        var preview = send(with(STEP, "chosen", chosen), "/preview");
        assertThat(preview.body())
                .contains("Of 2 partnerships: 2 would be done.", "Nothing is done yet")
                .contains("&lt;b&gt;Other&lt;/b&gt; of two");
        assertThat(steps(one)).isZero();

        var confirmed =
                with(
                        with(STEP, "chosen", chosen),
                        Map.of("key", key(preview), "which", "can", "can", one + " " + other));
        assertThat(send(confirmed, "/done").body()).contains("Of 2 partnerships: 2 done.");
        assertThat(send(confirmed, "/done").statusCode()).isEqualTo(200);
        assertThat(steps(one)).isEqualTo(1);
        assertThat(steps(other)).isEqualTo(1);
    }

    @Test
    void a_gate_that_stays_shut_is_told_with_its_reasons_and_goes_on_record_only_if_wanted() {
        var id = registered("Not ready");
        var move = Map.of("what", "MOVE", "body.to", "PILOT", "chosen", id + " Not ready");

        var preview = send(move, "/preview");
        assertThat(preview.body())
                .contains("1 would be refused by a gate", "its gate stays shut", "needs")
                .contains("Try all, refusals on record")
                .doesNotContain("value=\"can\"");
        assertThat(history(id)).doesNotContain("MoveRefused");

        var done = send(with(move, Map.of("key", key(preview), "which", "all")), "/done");
        assertThat(done.body()).contains("1 refused by a gate");
        headway.awaitProjections();
        assertThat(history(id)).contains("MoveRefused");
    }

    @Test
    void all_that_match_a_filter_are_found_and_named() {
        registered("Lighthouse east");
        registered("Lighthouse west");
        var all = Map.of("all", "true", "filter", "q=Lighthouse", "found", "2");

        assertThat(send(with(all, "what", "PARK"), "").body()).contains("Park", "2");
        var park =
                with(all, Map.of("what", "PARK", "body.until", "2999-01-31", "body.reason", "x"));
        assertThat(send(park, "/preview").body())
                .contains("2 would be done", "Lighthouse east", "Lighthouse west");
    }

    @Test
    void what_is_wrong_is_said_in_the_form_and_nothing_typed_is_lost() {
        var id = registered("Half typed");
        var typed = with(STEP, Map.of("chosen", id + " Half typed", "body.title", ""));

        assertThat(send(typed, "/preview").body())
                .contains("aria-invalid=\"true\"", "2999-01-31")
                .doesNotContain("Nothing is done yet");
        assertThat(send(Map.of("what", "MOVE"), "").body()).contains("None is selected");
        assertThat(send(Map.of("what", "SELL"), "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_name_that_is_nobodys_account_is_said_before_it_is_done_and_after() {
        var id = registered("Handed to a stranger");
        var typed =
                Map.of(
                        "what", "HAND_OVER",
                        "body.owner", "Xaver Xylander",
                        "body.reason", "He knows them",
                        "chosen", id + " Handed to a stranger");
        var said = "No account is called <bdi>Xaver Xylander</bdi>: it is kept as a name.";

        var preview = send(typed, "/preview");
        assertThat(preview.body()).contains(said);
        var confirmed = with(typed, Map.of("key", key(preview), "which", "can", "can", id));
        assertThat(send(confirmed, "/done").body()).contains("1 done", said);
    }

    @Test
    void a_name_that_is_nearly_an_account_is_said_with_whoever_may_be_meant() {
        var chosen = registered("Planned for a short name") + " Planned";

        assertThat(
                        send(with(STEP, Map.of("chosen", chosen, "body.owner", "ada")), "/preview")
                                .body())
                .contains("no account is called exactly so; meant may be <bdi>Ada Okafor</bdi>");
        assertThat(send(with(STEP, "chosen", chosen), "/preview").body())
                .doesNotContain("kept as a name");
        assertThat(
                        send(
                                        with(
                                                STEP,
                                                Map.of(
                                                        "chosen", chosen,
                                                        "body.owner", "Xaver Xylander",
                                                        "body.side", "PARTNER")),
                                        "/preview")
                                .body())
                .as("a partner's people are in no directory of ours")
                .doesNotContain("kept as a name");
    }

    @Test
    void a_viewer_selects_nothing() {
        registered("Only looked at");
        var viewer = ReaderOverHttp.signedIn(headway, people.invite("Vera Lind", Role.VIEWER));
        var board = viewer.open("/board").body();

        assertThat(board).contains("Only looked at").doesNotContain("name=\"ids\"", "id=\"bulk\"");
        var tried = viewer.submit("/me", with(STEP, "chosen", "x y"), BULK + "/preview");
        assertThat(tried.statusCode()).isEqualTo(403);
        assertThat(tried.body()).doesNotContain("Nothing is done yet");
    }

    private static HttpResponse<String> send(Map<String, String> typed, String step) {
        return manager.submit("/board", with(typed, "back", "/board"), BULK + step);
    }

    private static Map<String, String> with(Map<String, String> typed, String name, String value) {
        return with(typed, Map.of(name, value));
    }

    private static Map<String, String> with(Map<String, String> typed, Map<String, String> more) {
        var all = new HashMap<>(typed);
        all.putAll(more);
        return all;
    }

    private static String key(HttpResponse<String> preview) {
        var found = KEY.matcher(preview.body());
        assertThat(found.find()).as(preview.body()).isTrue();
        return found.group(1);
    }

    private static int steps(String id) {
        return headway.as(Role.VIEWER).get("/api/v1/partnerships/" + id).json().at("/steps").size();
    }

    private static String history(String id) {
        return headway.as(Role.VIEWER).get("/api/v1/partnerships/" + id + "/history").text();
    }

    private static String registered(String name) {
        return PartnershipOverHttp.prospect(headway.as(Role.MANAGER), name);
    }
}
