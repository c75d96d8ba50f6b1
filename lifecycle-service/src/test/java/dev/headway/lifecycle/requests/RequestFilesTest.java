package dev.headway.lifecycle.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.RunningHeadway;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files of {@code deploy/requests} are answered as they say, one after the other. */
class RequestFilesTest {

    /** In the order of a life; each needs what the ones before it left. */
    private static final List<String> IN_ORDER =
            List.of(
                    "program.http",
                    "prospect.http",
                    "pilot.http",
                    "motion.http",
                    "corrections.http",
                    "partners.http",
                    "steps.http",
                    "launch.http",
                    "objectives.http",
                    "obligations.http",
                    "waivers.http",
                    "scale.http",
                    "sunset.http",
                    "imports.http",
                    "alerts.http",
                    "tokens.http",
                    "handover.http",
                    "lists.http",
                    "people.http",
                    "audit.http",
                    "events.http");

    private static RunningHeadway headway;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void all_are_answered_as_they_say() {
        var runner = new HttpFileRunner(headway, Clock.systemUTC());
        for (var name : IN_ORDER) {
            var file = HttpFile.read(name);
            for (var request : file.requests()) {
                runner.run(file, request);
            }
            if (name.equals("prospect.http")) {
                runner.paste("id", runner.value(file, "id"));
            }
        }
    }

    @Test
    void none_is_left_out() {
        assertThat(HttpFile.names()).containsExactlyInAnyOrderElementsOf(IN_ORDER);
    }
}
