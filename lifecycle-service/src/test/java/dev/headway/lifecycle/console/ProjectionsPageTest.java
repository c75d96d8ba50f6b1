package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import dev.headway.projections.operations.RebuildQueue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far what answers has read, and what is built anew, for those who look after it. */
class ProjectionsPageTest {

    private static final String PAGE = "/governance/projections";
    private static final RunningHeadway headway = SharedConsole.headway();
    private static final SignedInPeople people = SharedConsole.people();
    private static final Browser admin = reader("Ines Admin", Role.ADMIN);
    private static final Browser auditor = reader("Aldo Audit", Role.AUDITOR);

    @Test
    void an_administrator_has_all_built_anew_and_sees_how_far_that_has_come() {
        headway.superuser()
                .sql(
                        """
                        insert into projection_rebuild
                               (projection, requested_at, claimed_until, begun_at, advanced_at, position, events)
                        values ('waivers', now(), now() + interval '1 hour', now() - interval '9 s',
                                now() - interval '1 s', 1, 16)
                        """)
                .update();
        var before = admin.open(PAGE).body();
        assertThat(before)
                .contains("<progress", "2 events a second", "data-controller=\"progress\"")
                .contains("Build all anew");
        headway.superuser().sql("update projection_rebuild set claimed_until = now()").update();

        assertThat(admin.submit(PAGE, Map.of(), PAGE + "/rebuild").statusCode()).isEqualTo(302);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !headway.bean(RebuildQueue.class).isBuilding());
        assertThat(admin.open(PAGE).body())
                .contains("up to date")
                .doesNotContain("<progress", "data-controller=\"progress\"");
    }

    @Test
    void one_is_built_anew_and_an_auditor_looks_on() {
        assertThat(admin.submit(PAGE, Map.of(), PAGE + "/people/rebuild").statusCode())
                .isEqualTo(302);
        assertThat(auditor.open(PAGE).body())
                .contains("Next steps", "Parked")
                .doesNotContain("/rebuild\"");
        assertThat(reader("Vera View", Role.VIEWER).open(PAGE).statusCode()).isEqualTo(403);
    }

    private static Browser reader(String name, Role role) {
        return ReaderOverHttp.signedIn(headway, people.invite(name, role));
    }
}
