package dev.headway.projections.audit.verifying;

import dev.headway.contracts.SealingEvent.LogBegunAnew;
import dev.headway.projections.audit.export.ExportLine;
import dev.headway.projections.audit.sealing.FirstLeaf;
import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.SignedNote;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log that another one was begun in the place of, as the first leaf of that one names it.
 *
 * @param checkpoint what was signed of it last
 */
record LogBefore(Checkpoint checkpoint) {

    /** Empty for every event but one that begins a log. */
    static Optional<LogBefore> namedBy(ExportLine event) {
        var payload = event.payload();
        if (event.position() != FirstLeaf.POSITION
                || !event.type().equals(LogBegunAnew.class.getSimpleName())
                || payload == null) {
            return Optional.empty();
        }
        try {
            var begun = JsonMapper.shared().readValue(payload, LogBegunAnew.class);
            var note = SignedNote.parse(begun.previousCheckpoint());
            return Optional.of(new LogBefore(Checkpoint.parse(note.text())));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** As it is printed. */
    String says() {
        return "begun in the place of %s, of which %d were signed"
                .formatted(checkpoint.origin(), checkpoint.size());
    }
}
