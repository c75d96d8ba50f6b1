package dev.headway.projections.audit.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.audit.export.ExportForTests;
import dev.headway.projections.audit.export.ExportFormat;
import dev.headway.projections.audit.sealing.SealedForTests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log as long as {@code -Dheadway.sealed-events=1000000} asks for. */
class LongLogTest {

    private static final Logger LOG = LoggerFactory.getLogger(LongLogTest.class);

    private static final int EVENTS = Integer.getInteger("headway.sealed-events", 5_000);

    @TempDir private Path folder;

    @Test
    void a_million_events_are_verified_within_a_minute() {
        var log = new SealedForTests(folder);
        log.addEvents(EVENTS);
        time("sealed", log::sealAll);
        var file = folder.resolve("export.zip");
        time("exported", () -> ExportForTests.everything(log, file, ExportFormat.JSONL));

        var took =
                time(
                        "verified",
                        () ->
                                assertThat(
                                                new ExportVerifier(List.of(), List.of(), List.of())
                                                        .verify(file)
                                                        .says())
                                        .startsWith(EVENTS + " events"));

        assertThat(took).isLessThan(Duration.ofMinutes(1));
    }

    private static Duration time(String done, Runnable what) {
        var begun = System.nanoTime();
        what.run();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        LOG.info("{} events were {} in {}", EVENTS, done, took);
        return took;
    }
}
