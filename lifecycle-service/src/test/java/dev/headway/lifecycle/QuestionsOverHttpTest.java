package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions asked of the running service: what was just written, and who may ask. */
class QuestionsOverHttpTest {

    static RunningHeadway headway;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_caller_reads_what_it_has_just_written_from_every_question() {
        var path = "/api/v1/partnerships";
        for (var i = 0; i < 10; i++) {
            var written =
                    headway.as(Role.MANAGER)
                            .post(
                                    path,
                                    """
                                    {"name": "Coral %d", "owner": "ana",
                                     "partner": {"name": "Coral Ltd", "type": "TELCO"}}
                                    """
                                            .formatted(i));
            var id = written.json().at("/id").asString();
            var position = written.header("Headway-Position");

            assertThat(ask(path + "?q=Coral%20" + i, position)).isEqualTo(id);
            assertThat(get(path + "/" + id, position)).isEqualTo(200);
            assertThat(get(path + "/" + id + "/history", position)).isEqualTo(200);
            assertThat(get(path + "/" + id + "/next-steps", position)).isEqualTo(200);
            assertThat(prospects(position)).isEqualTo(i + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void all_five_roles_read_and_three_of_them_audit(Role role) {
        var audits = EnumSet.of(Role.AUDITOR, Role.APPROVER, Role.ADMIN).contains(role);

        assertThat(headway.as(role).get("/api/v1/partnerships").status()).isEqualTo(200);
        assertThat(headway.as(role).get("/api/v1/next-steps").status()).isEqualTo(200);
        assertThat(headway.as(role).get("/api/v1/portfolio").status()).isEqualTo(200);
        assertThat(headway.as(role).get("/api/v1/partnerships/x/history").status()).isEqualTo(404);
        assertThat(headway.as(role).get("/api/v1/audit/entries").status())
                .isEqualTo(audits ? 200 : 403);
    }

    @Test
    void nobody_asks_without_a_token() {
        assertThat(headway.asNobody().get("/api/v1/partnerships").status()).isEqualTo(401);
        assertThat(headway.asNobody().get("/api/v1/audit/entries").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%FF", "q=%00", "stage=%F0%9F%92%A5", "cursor=%E2%80%AE", "limit=+5"})
    void hostile_parameters_are_the_callers_fault(String query) {
        var answer = headway.as(Role.VIEWER).get("/api/v1/partnerships?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/type").asString()).endsWith("#invalid-request");
    }

    private static String ask(String path, String position) {
        return headway.as(Role.VIEWER)
                .get(path, "Headway-Position", position)
                .json()
                .at("/items/0/id")
                .asString();
    }

    private static int prospects(String position) {
        return headway.as(Role.VIEWER)
                .get("/api/v1/portfolio", "Headway-Position", position)
                .json()
                .at("/stages/0/reached")
                .asInt();
    }

    private static int get(String path, String position) {
        return headway.as(Role.VIEWER).get(path, "Headway-Position", position).status();
    }
}
