package dev.headway.lifecycle.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedViewsOverHttpTest {

    private static final String VIEWS = "/api/v1/views";
    private static RunningHeadway headway;
    private static Caller viewer;
    private static Caller auditor;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        viewer = headway.as(Role.VIEWER);
        auditor = headway.as(Role.AUDITOR);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void one_sees_ones_own_and_what_others_share_and_changes_ones_own() {
        var own = id(save(viewer, "Own", "partnerships", "stage=PILOT", false));
        var shared = id(save(viewer, "Shared", "alerts", "status=OPEN", true));

        assertThat(names(viewer)).contains("Own", "Shared");
        assertThat(names(auditor)).contains("Shared").doesNotContain("Own");
        assertThat(auditor.put(shared, view("Mine now", "alerts", "", true)).status())
                .isEqualTo(403);
        assertThat(auditor.put(own, view("Mine now", "alerts", "", true)).status()).isEqualTo(404);
        assertThat(auditor.send("DELETE", shared, null, none()).status()).isEqualTo(403);

        var changed = viewer.put(shared, view("Renamed", "alerts", "severity=CRITICAL", false));
        assertThat(changed.json().at("/query").asString()).isEqualTo("severity=CRITICAL");
        assertThat(names(auditor)).doesNotContain("Renamed", "Shared");
        assertThat(viewer.send("DELETE", shared, null, none()).status()).isEqualTo(200);
        assertThat(names(viewer)).doesNotContain("Renamed");
    }

    @ParameterizedTest
    @CsvSource({
        "partnerships, stage=NONE",
        "partnerships, colour=red",
        "partnerships, limit=5",
        "partnerships, cursor=abc",
        "alerts, sort=name",
        "next-steps, due=someday",
        "waivers, status=OPEN",
        "partnerships, q=%zz"
    })
    void a_query_that_its_list_would_refuse_is_refused(String list, String query) {
        var answer = save(viewer, "Wrong", list, query, false);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/query");
    }

    @Test
    void there_are_views_of_lists_alone() {
        assertThat(
                        save(viewer, "Wrong", "portfolio", "", false)
                                .json()
                                .at("/errors/0/pointer")
                                .asString())
                .isEqualTo("/list");
    }

    @Test
    void the_same_key_keeps_one() {
        var body = view("Once", "waivers", "status=REQUESTED", false);
        var first = viewer.post(VIEWS, body, "Idempotency-Key", "view");
        var again = viewer.post(VIEWS, body, "Idempotency-Key", "view");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(names(viewer)).containsOnlyOnce("Once");
    }

    @Test
    void what_is_kept_is_asked_as_it_was() {
        var kept =
                save(viewer, "Quiet", "partnerships", "owner=me&stage=LAUNCH&stage=SCALED", false)
                        .json();

        assertThat(viewer.get("/api/v1/partnerships?" + kept.at("/query").asString()).status())
                .isEqualTo(200);
    }

    private static BodyPublisher none() {
        return BodyPublishers.noBody();
    }

    private static Answered save(
            Caller caller, String name, String list, String query, boolean shared) {
        return caller.post(VIEWS, view(name, list, query, shared));
    }

    private static String view(String name, String list, String query, boolean shared) {
        return "{\"name\":\"%s\",\"list\":\"%s\",\"query\":\"%s\",\"shared\":%s}"
                .formatted(name, list, query, shared);
    }

    private static String id(Answered created) {
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.header("Location");
    }

    private static List<String> names(Caller caller) {
        return caller.get(VIEWS + "?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/name").asString())
                .toList();
    }
}
