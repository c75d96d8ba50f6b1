package dev.headway.lifecycle.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What chat calls a person is said by an admin or by them, and is what a service takes. */
class ChatHandlesTest {

    private static RunningHeadway headway;

    private static final String MIA = "{'handles':[{'channel':'MATTERMOST','handle':'mia.holm'}]}";

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void people_say_it_of_themselves_and_admins_of_everybody() {
        var viewer = headway.as(Role.VIEWER);
        var admin = headway.as(Role.ADMIN);

        assertThat(set(viewer, id(viewer), MIA).status()).isEqualTo(200);
        assertThat(set(admin, id(viewer), MIA).status()).isEqualTo(200);
        assertThat(set(viewer, id(admin), MIA).status()).isEqualTo(403);
        assertThat(set(admin, "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11", MIA).status()).isEqualTo(404);
    }

    @Test
    void the_same_again_stores_nothing() {
        var manager = headway.as(Role.MANAGER);
        var first = set(manager, id(manager), MIA).position();

        assertThat(set(manager, id(manager), MIA).position()).isEqualTo(first);
        assertThat(set(manager, id(manager), "{'handles':[]}").position()).isGreaterThan(first);
    }

    @Test
    void what_no_service_calls_a_person_is_refused_where_it_is() {
        assertThat(refused("{'channel':'SLACK','handle':'!channel'}"))
                .isEqualTo("/handles/0/handle");
        assertThat(refused("{'channel':'MATTERMOST','handle':'all'}"))
                .isEqualTo("/handles/0/handle");
        assertThat(refused("{'channel':'WEBHOOK','handle':'mia'}")).isEqualTo("/handles/0/handle");
        assertThat(
                        refused(
                                "{'channel':'SLACK','handle':'U012AB3CD'},"
                                        + "{'channel':'SLACK','handle':'U012AB3CE'}"))
                .isEqualTo("/handles/1/channel");
    }

    @Test
    void they_are_shown_to_whoever_may_set_them() {
        var viewer = headway.as(Role.VIEWER);
        var both =
                "{'handles':[{'channel':'SLACK','handle':'U012AB3CD'},"
                        + "{'channel':'MATTERMOST','handle':'mia.holm'}]}";
        var position = Long.toString(set(viewer, id(viewer), both).position());
        var path = "/api/v1/people/" + id(viewer);

        assertThat(shown(viewer.get("/api/v1/me"))).isEqualTo("MATTERMOST SLACK");
        assertThat(shown(viewer.get(path, "Headway-Position", position)))
                .isEqualTo("MATTERMOST SLACK");
        assertThat(shown(headway.as(Role.ADMIN).get(path, "Headway-Position", position)))
                .isEqualTo("MATTERMOST SLACK");
        var manager = headway.as(Role.MANAGER).get(path, "Headway-Position", position);
        assertThat(manager.json().has("chatHandles")).isFalse();
        assertThat(manager.json().at("/name").asString()).isEqualTo("viewer");
        set(viewer, id(viewer), "{'handles':[]}");
        assertThat(viewer.get("/api/v1/me").json().at("/chatHandles").size()).isZero();
    }

    /** The channels, in the order in which they are shown. */
    private static String shown(Caller.Answered answer) {
        return String.join(" ", answer.json().at("/chatHandles").findValuesAsString("channel"));
    }

    private static String refused(String handles) {
        var manager = headway.as(Role.MANAGER);
        var answer = set(manager, id(manager), "{'handles':[" + handles + "]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/errors/0/pointer").asString();
    }

    private static Caller.Answered set(Caller caller, String person, String body) {
        return caller.put("/api/v1/people/" + person + "/chat-handles", body.replace('\'', '"'));
    }

    private static String id(Caller caller) {
        return caller.get("/api/v1/me").json().at("/id").asString();
    }
}
