package dev.headway.projections.audit.verifying;

import dev.headway.projections.audit.export.ExportFormat;
import dev.headway.projections.audit.export.ExportManifest;
import dev.headway.projections.audit.export.LineReader;
import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.MissingTileException;
import dev.headway.projections.audit.transparency.SignedNote;
import dev.headway.projections.audit.transparency.VerifierKey;
import dev.headway.projections.audit.transparency.WitnessKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * Verifies exports.
 *
 * @param keys whose signature is believed; none for those that the export brings
 * @param kept checkpoints of the log that were kept elsewhere
 * @param witnesses who must have seen the checkpoint
 */
record ExportVerifier(List<VerifierKey> keys, List<Checkpoint> kept, List<WitnessKey> witnesses) {

    ExportVerdict verify(Path export) {
        try (var file = new ExportFile(export)) {
            return verified(file);
        } catch (NotAsSealedException e) {
            return ExportVerdict.bad(e.position(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return ExportVerdict.bad(null, "the file cannot be read as a whole: " + e.getMessage());
        } catch (RuntimeException e) { // whatever it is, it is not good
            return ExportVerdict.bad(null, "the file cannot be understood: " + e);
        }
    }

    private ExportVerdict verified(ExportFile file) throws NotAsSealedException, IOException {
        var manifest = manifest(file);
        file.requireNothingElse(manifest.entries());
        var note = file.text(ExportManifest.CHECKPOINT);
        var signed = new CheckpointCheck(keys.isEmpty() ? keysOf(manifest) : keys).signed(note);
        if (!signed.origin().equals(manifest.origin()) || signed.size() != manifest.size()) {
            throw new NotAsSealedException(null, "the manifest is not of the checkpoint beside it");
        }
        for (var witness : witnesses) {
            requireCosigned(note, witness);
        }
        file.setSize(manifest.size());
        var events = new EventsCheck(manifest, file, KeptCheck.ends(kept));
        try {
            checkEvents(file, manifest, events);
            var tree = new TreeCheck(manifest, file, events);
            tree.checkRoot(signed);
            if (manifest.first() < manifest.end()) {
                tree.checkProof(ExportManifest.FIRST_PROOF, manifest.first(), note);
                tree.checkProof(ExportManifest.LAST_PROOF, manifest.end() - 1, note);
            }
            new KeptCheck(manifest, file, events).check(kept);
        } catch (MissingTileException | UncheckedIOException | IOException e) {
            throw new NotAsSealedException(events.positionBehind(), String.valueOf(e.getMessage()));
        }
        return ExportVerdict.good(
                "%d events, leaves %d to %d of the %d that are signed of %s"
                        .formatted(
                                events.whole(),
                                manifest.first(),
                                manifest.end() - 1,
                                manifest.size(),
                                nameOf(manifest, events)));
    }

    private static String nameOf(ExportManifest manifest, EventsCheck events) {
        var before = events.logBefore();
        return before == null ? manifest.origin() : manifest.origin() + ", " + before.says();
    }

    private static void requireCosigned(String note, WitnessKey witness)
            throws NotAsSealedException {
        try {
            if (witness.cosignature(SignedNote.parse(note)).isPresent()) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new NotAsSealedException(null, String.valueOf(e.getMessage()));
        }
        throw new NotAsSealedException(
                null, "the checkpoint is not cosigned by the witness " + witness.name());
    }

    private static void checkEvents(ExportFile file, ExportManifest manifest, EventsCheck events)
            throws NotAsSealedException, IOException {
        var format =
                ExportFormat.ofFile(manifest.entries())
                        .orElseThrow(
                                () ->
                                        new NotAsSealedException(
                                                null, "the manifest names no events"));
        var reader = file.lines(format.file());
        checkHead(format, reader);
        for (var text = format.lines().next(reader);
                text.isPresent();
                text = format.lines().next(reader)) {
            try {
                events.check(format.lines().parse(text.get()));
            } catch (IllegalArgumentException e) {
                throw new NotAsSealedException(
                        events.positionBehind(), "the line of this event " + e.getMessage());
            }
        }
        events.checkEnd();
    }

    private static void checkHead(ExportFormat format, LineReader reader)
            throws NotAsSealedException, IOException {
        var head = format.lines().head();
        if (!head.isEmpty() && !format.lines().next(reader).orElse("").equals(head)) {
            throw new NotAsSealedException(null, format.file() + " does not begin with its names");
        }
    }

    private static ExportManifest manifest(ExportFile file)
            throws NotAsSealedException, IOException {
        try {
            var manifest = ExportManifest.parse(file.text(ExportManifest.FILE));
            if (manifest.saysAll()) {
                return manifest;
            }
        } catch (JacksonException _) {
            // it is none
        }
        throw new NotAsSealedException(null, "the manifest is not one of " + ExportManifest.FORMAT);
    }

    private static List<VerifierKey> keysOf(ExportManifest manifest) throws NotAsSealedException {
        try {
            return manifest.vkeys().stream().map(VerifierKey::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new NotAsSealedException(null, "a key is none: " + e.getMessage());
        }
    }

    /** Whether a checkpoint is signed by somebody who is believed. */
    private record CheckpointCheck(List<VerifierKey> keys) {

        Checkpoint signed(String text) throws NotAsSealedException {
            try {
                var note = SignedNote.parse(text);
                var checkpoint = Checkpoint.parse(note.text());
                if (note.signers(keys).stream()
                        .anyMatch(key -> key.name().equals(checkpoint.origin()))) {
                    return checkpoint;
                }
            } catch (IllegalArgumentException e) {
                throw new NotAsSealedException(
                        null, "the checkpoint is no good: " + e.getMessage());
            }
            throw new NotAsSealedException(null, "the checkpoint is signed by nobody who is known");
        }
    }
}
