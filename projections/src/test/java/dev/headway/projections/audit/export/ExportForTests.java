package dev.headway.projections.audit.export;

import dev.headway.projections.audit.sealing.SealedForTests;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Exports of a log, for tests of what they hold and of who verifies them. */
public final class ExportForTests {

    private ExportForTests() {}

    public static Path everything(SealedForTests log, Path file, ExportFormat format) {
        return write(log, file, format, new ExportPeriod(null, null, ExportPeriod.RECORDED));
    }

    public static Path recorded(
            SealedForTests log, Path file, @Nullable Instant from, @Nullable Instant to) {
        return write(
                log, file, ExportFormat.JSONL, new ExportPeriod(from, to, ExportPeriod.RECORDED));
    }

    public static Path effective(
            SealedForTests log, Path file, @Nullable Instant from, @Nullable Instant to) {
        return write(
                log, file, ExportFormat.JSONL, new ExportPeriod(from, to, ExportPeriod.EFFECTIVE));
    }

    private static Path write(
            SealedForTests log, Path file, ExportFormat format, ExportPeriod period) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var export = new AuditExport(log.proofs().newest().orElseThrow(), log.events(), out);
            export.write(period, format, Instant.EPOCH);
            export.finish();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
