package dev.headway.lifecycle.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A playbook proposes, people plan, and what they planned is a step as any other. */
class PlaybooksOverHttpTest {

    private static final String PROGRAM = "/api/v1/program";
    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller admin;
    private static Caller manager;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        admin = headway.as(Role.ADMIN);
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void what_it_proposes_is_planned_and_proposed_no_more() {
        var program = (ObjectNode) admin.get(PROGRAM).json();
        assertThat(program.has("playbooks")).isFalse();
        var steps = program.putObject("playbooks").putObject("RESELL").putArray("PROSPECT");
        steps.addObject()
                .put("title", "Meet their field team")
                .put("side", "PARTNER")
                .put("afterDays", 14);
        steps.addObject().put("title", "Price it").put("side", "OURS").put("afterDays", 0);
        assertThat(admin.put(PROGRAM, program.toString()).json().at("/playbooks"))
                .isEqualTo(program.at("/playbooks"));
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");

        assertThat(reef.get("/playbook").json().at("/proposed").toString())
                .isEqualTo(
                        """
                        [{"title":"Meet their field team","side":"PARTNER",\
                        "dueOn":"2026-12-04T00:00:00Z"},\
                        {"title":"Price it","side":"OURS","dueOn":"2026-11-20T00:00:00Z"}]""");
        var followed = follow(reef, "meet THEIR field team");
        assertThat(followed.status()).as(followed.text()).isEqualTo(200);
        assertThat(follow(reef, "Meet their field team").header("ETag"))
                .isEqualTo(followed.header("ETag"));

        var left = reef.get("/playbook").json();
        assertThat(left.at("/proposed").size()).isOne();
        assertThat(left.at("/planned/0/title").asString()).isEqualTo("Meet their field team");
        var refused = follow(reef, "Something else");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/steps/0/title");
        headway.awaitProjections();
        var open = reef.get("/next-steps").json().at("/open");
        assertThat(open.size()).isOne();
        assertThat(open.at("/0/stepId")).isEqualTo(left.at("/planned/0/stepId"));
        assertThat(open.at("/0/title").asString()).isEqualTo("Meet their field team");
    }

    private Caller.Answered follow(PartnershipOverHttp of, String title) {
        return manager.post(
                of.path() + "/playbook",
                "{\"steps\":[{\"title\":\"%s\",\"owner\":\"Ada\"}]}".formatted(title));
    }
}
