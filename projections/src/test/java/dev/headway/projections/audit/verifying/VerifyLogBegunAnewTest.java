package dev.headway.projections.audit.verifying;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.audit.export.ExportForTests;
import dev.headway.projections.audit.export.ExportFormat;
import dev.headway.projections.audit.sealing.SealedForTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a log that was begun in the place of another one. */
class VerifyLogBegunAnewTest {

    @TempDir private Path folder;

    private SealedForTests log;
    private Path file;

    @BeforeEach
    void seal() {
        log = new SealedForTests(folder);
        log.addEvents(600);
        log.sealAll();
        file = folder.resolve("export.zip");
    }

    private record Ran(int code, String said) {}

    private static Ran verify(Object... arguments) {
        var said = new ByteArrayOutputStream();
        var words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        var code = VerifyExport.run(new PrintStream(said, true, UTF_8), words);
        return new Ran(code, said.toString(UTF_8));
    }

    @Test
    void a_log_that_lost_something_is_good_and_says_in_whose_place_it_is() throws IOException {
        var kept = Files.copy(folder.resolve("checkpoint"), folder.resolve("kept"));
        log.lose(50);
        log.addEvents(20);
        log.sealAll();
        log.sealAll();
        for (var format : ExportFormat.values()) {
            var ran = verify(ExportForTests.everything(log, file, format));

            assertThat(ran.said())
                    .startsWith("GOOD 621 events, leaves 0 to 621 of the 622 that are signed of ")
                    .contains(
                            "/2, begun in the place of %s, of which 650 were"
                                    .formatted(SealedForTests.ORIGIN));
        }
        assertThat(verify(file, "--checkpoint", kept).code()).isZero();
        assertThat(
                        verify(
                                        ExportForTests.recorded(
                                                log,
                                                file,
                                                SealedForTests.FIRST.plus(Duration.ofMinutes(300)),
                                                SealedForTests.FIRST.plus(Duration.ofMinutes(310))))
                                .said())
                .startsWith("GOOD 10 events");
    }

    @Test
    void a_log_that_lost_something_is_held_against_checkpoints_of_the_one_before()
            throws IOException {
        var kept = Files.copy(folder.resolve("checkpoint"), folder.resolve("kept"));
        log.jdbc.sql("update event set payload = '{}' where position = 590").update();
        log.lose(50);
        log.sealAll();
        ExportForTests.everything(log, file, ExportFormat.JSONL);

        assertThat(verify(file).code()).isZero();
        assertThat(verify(file, "--checkpoint", kept).said())
                .startsWith("BAD at position 1: from leaf 1 to leaf 600 events are not those");
    }
}
