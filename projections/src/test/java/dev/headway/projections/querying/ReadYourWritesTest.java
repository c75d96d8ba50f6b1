package dev.headway.projections.querying;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.deadletters.ParkedNow;
import dev.headway.projections.processing.Positions;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

class ReadYourWritesTest {

    private final JdbcClient database = JdbcClient.create(TestDatabase.migrated());

    @RestController
    static final class Question {
        @ReadsFrom({"ahead", "behind"})
        @GetMapping("/both")
        String both() {
            return "both";
        }

        @GetMapping("/neither")
        String neither() {
            return "neither";
        }
    }

    @ControllerAdvice
    private static final class Problems extends ResponseEntityExceptionHandler {}

    @BeforeEach
    void positions() {
        database.sql("insert into projection_position values ('ahead', 20), ('behind', 10)")
                .update();
    }

    @Test
    void an_answer_reflects_what_the_slowest_of_its_projections_has_read() throws Exception {
        waitingAtMost(Duration.ofSeconds(10))
                .perform(get("/both").header("Headway-Position", "10"))
                .andExpect(status().isOk())
                .andExpect(header().string("Headway-Position", "10"));
    }

    @Test
    void a_position_that_is_not_reached_in_time_is_answered_with_when_to_come_again()
            throws Exception {
        waitingAtMost(Duration.ofMillis(50))
                .perform(get("/both").header("Headway-Position", "11"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.status").value(503));
    }

    @Test
    void an_answer_waits_until_the_position_is_reached() throws Exception {
        var writer =
                Thread.startVirtualThread(
                        () ->
                                database.sql("update projection_position set position = 11")
                                        .update());

        waitingAtMost(Duration.ofSeconds(10))
                .perform(get("/both").header("Headway-Position", "11"))
                .andExpect(status().isOk())
                .andExpect(header().string("Headway-Position", "11"));
        writer.join();
    }

    @Test
    void what_reads_from_no_projection_waits_for_none() throws Exception {
        waitingAtMost(Duration.ofMillis(50))
                .perform(get("/neither").header("Headway-Position", "999"))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Headway-Position"));
    }

    @Test
    void what_is_read_elsewhere_is_not_waited_for_here() throws Exception {
        asking(Duration.ofMillis(50), "ahead"::equals)
                .perform(get("/both").header("Headway-Position", "20"))
                .andExpect(status().isOk())
                .andExpect(header().string("Headway-Position", "20"));
        asking(Duration.ofMillis(50), _ -> false)
                .perform(get("/both").header("Headway-Position", "999"))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Headway-Position"));
    }

    private MockMvc waitingAtMost(Duration timeout) {
        return asking(timeout, _ -> true);
    }

    private MockMvc asking(Duration timeout, Predicate<String> isReadHere) {
        return MockMvcBuilders.standaloneSetup(new Question())
                .setControllerAdvice(new Problems())
                .addInterceptors(
                        new ReadYourWrites(
                                new Positions(database),
                                new ParkedNow(new DeadLetterQueries(database)),
                                timeout,
                                isReadHere))
                .build();
    }
}
