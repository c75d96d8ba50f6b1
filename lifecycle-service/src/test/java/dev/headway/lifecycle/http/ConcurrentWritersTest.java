package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sixty-four people write about one partnership at the same time. */
class ConcurrentWritersTest {

    private static final int WRITERS = 64;
    private static final int TIMES = 10;
    private static RunningHeadway headway;

    private static Caller manager;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void without_if_match_nobody_loses_and_versions_have_no_holes() throws Exception {
        var reef = register();
        var answers = together(writer -> call(reef, writer));

        assertThat(answers).extracting(Answered::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.json().at("/version").asLong())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, 1 + WRITERS * TIMES).boxed().toList());
        assertThat(answers).extracting(Answered::position).doesNotHaveDuplicates();
    }

    @Test
    void with_if_match_each_version_is_written_on_exactly_once() throws Exception {
        var reef = register();
        var seen = IntStream.rangeClosed(1, TIMES).mapToObj(v -> "\"" + v + "\"").toList();
        var answers = new ArrayList<Answered>();
        for (var version : seen) {
            var round = inParallel(_ -> List.of(call(reef, 0, "If-Match", version)));
            assertThat(round.stream().filter(answer -> answer.status() == 200)).hasSize(1);
            answers.addAll(round);
        }

        assertThat(answers.stream().collect(Collectors.groupingBy(Answered::status)).keySet())
                .containsExactlyInAnyOrder(200, 412);
        assertThat(call(reef, 0, "If-Match", "\"" + (TIMES + 1) + "\"").status()).isEqualTo(200);
    }

    @Test
    void the_first_changes_of_the_program_do_not_lose_each_other() throws Exception {
        var program = headway.as(Role.ADMIN).get("/api/v1/program").text();
        var answers =
                inParallel(
                        writer ->
                                List.of(
                                        headway.as(Role.ADMIN)
                                                .put(
                                                        "/api/v1/program",
                                                        program.replace(
                                                                "P60D",
                                                                "P" + (61 + writer) + "D"))));

        assertThat(answers).extracting(Answered::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.json().at("/version").asLong())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, WRITERS).boxed().toList());
    }

    private String register() {
        return manager.post(
                        "/api/v1/partnerships",
                        "{\"name\": \"Reef\", \"partner\": {\"name\": \"Reef\", \"type\": \"TELCO\"}}")
                .header("Location");
    }

    private Answered call(String partnership, int writer, String... headers) {
        return manager.post(
                partnership + "/touchpoints",
                "{\"kind\": \"MESSAGE\", \"summary\": \"from writer %d\"}".formatted(writer),
                headers);
    }

    private static List<Answered> together(IntFunction<Answered> once) throws Exception {
        return inParallel(
                writer -> IntStream.range(0, TIMES).mapToObj(_ -> once.apply(writer)).toList());
    }

    private static List<Answered> inParallel(IntFunction<List<Answered>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers =
                    IntStream.range(0, WRITERS)
                            .<Callable<List<Answered>>>mapToObj(writer -> () -> work.apply(writer))
                            .toList();
            var answers = new ArrayList<Answered>();
            for (var written : threads.invokeAll(writers)) {
                answers.addAll(written.get());
            }
            return answers;
        }
    }
}
