package dev.headway.projections.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.projections.audit.sealing.LoggedEvents;
import dev.headway.projections.audit.sealing.SealedLog;
import dev.headway.projections.audit.transparency.MissingTileException;
import dev.headway.projections.audit.transparency.TilePlace;
import dev.headway.projections.audit.transparency.TreeHash;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an export: what it is of, the checkpoint, the events, the tree's tiles, and proofs of the
 * first and the last of them. What the database has lost is left out, for the verifier to miss.
 */
final class AuditExport {

    private final SealedLog log;
    private final LoggedEvents events;
    private final ZipOutputStream zip;

    AuditExport(SealedLog log, LoggedEvents events, OutputStream out) {
        this.log = log;
        this.events = events;
        this.zip = new ZipOutputStream(out, UTF_8);
    }

    void write(ExportPeriod period, ExportFormat format, Instant now) throws IOException {
        var range = ExportedRange.of(period, log, events);
        write(
                ExportManifest.FILE,
                new ExportManifest(
                                ExportManifest.FORMAT,
                                now,
                                log.body().origin(),
                                log.size(),
                                format.file(),
                                range.first(),
                                range.end(),
                                period,
                                log.verifierKeys())
                        .toString());
        write(ExportManifest.CHECKPOINT, log.checkpoint());
        writeEvents(range, period, format);
        writeTiles(range);
        if (range.first() < range.end()) {
            writeProof(ExportManifest.FIRST_PROOF, range.first());
            writeProof(ExportManifest.LAST_PROOF, range.end() - 1);
        }
    }

    private void writeEvents(ExportedRange range, ExportPeriod period, ExportFormat format)
            throws IOException {
        var lines = format.lines();
        zip.putNextEntry(new ZipEntry(format.file()));
        zip.write(lines.head().getBytes(UTF_8));
        new ExportedEvents(log, events, period)
                .write(range, line -> zip.write(lines.write(line).getBytes(UTF_8)));
        zip.closeEntry();
    }

    /** All that the range and the root need: of leaves only those in it, and the last ones. */
    private void writeTiles(ExportedRange range) throws IOException {
        for (int level = 0; new TilePlace(level, 0).width(log.size()) > 0; level++) {
            var place = new TilePlace(level, 0);
            for (; place.width(log.size()) > 0; place = place.next()) {
                if (level > 0 || isNeeded(place, range)) {
                    writeTile(place, place.width(log.size()));
                }
            }
        }
    }

    private boolean isNeeded(TilePlace leaves, ExportedRange range) {
        var first = leaves.number() * TilePlace.FULL;
        return (first < range.end() && first + TilePlace.FULL > range.first())
                || leaves.next().width(log.size()) == 0;
    }

    private void writeTile(TilePlace place, int width) throws IOException {
        try {
            var hashes = TreeHash.bytesOf(log.tiles().tile(place, width));
            zip.putNextEntry(new ZipEntry(place.path(width)));
            zip.write(hashes);
            zip.closeEntry();
        } catch (MissingTileException _) {
            // the verifier misses it as well
        }
    }

    private void writeProof(String file, long leaf) throws IOException {
        try {
            write(file, log.proof(leaf).toString());
        } catch (MissingTileException _) {
            // the verifier misses it as well
        }
    }

    private void write(String file, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    /** Ends the zip; without it, it is none. */
    void finish() throws IOException {
        zip.finish();
    }
}
