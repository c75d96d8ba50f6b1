package dev.headway.projections.audit.sealing;

import dev.headway.contracts.SealingEvent;
import dev.headway.contracts.SealingEvent.LogBegunAnew;
import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.LogEntry;
import dev.headway.projections.audit.transparency.SignedNote;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which logs an administrator has begun in the place of others. Such an event counts only with a
 * statement signed by a key of this log's, so that nobody begins one with hands on the database
 * alone.
 */
@Component
class BegunLogs {

    private static final String STATEMENT = "headway-log/v1";

    private final EventReads events;
    private final SealingKeys keys;

    BegunLogs(EventReads events, SealingKeys keys) {
        this.events = events;
        this.keys = keys;
    }

    /** What is signed when a log is begun in the place of the one of a checkpoint. */
    String statement(String origin, String previous) {
        return keys.sign(origin, text(origin, previous)).toString();
    }

    private static String text(String origin, String previous) {
        var digest = LogEntry.digest(previous.getBytes(StandardCharsets.UTF_8));
        return STATEMENT + "\n" + origin + "\n" + digest + "\n";
    }

    /**
     * The log that was begun, last of all, in the place of the one that is refused.
     *
     * @param named the checkpoint that it has to name
     */
    Optional<LogHead> inPlaceOf(LogHead refused, String named) {
        return events.lastVersion(SealingEvent.STREAM)
                .flatMap(last -> events.ofStream(SealingEvent.STREAM, last, 1).stream().findFirst())
                .flatMap(
                        stored ->
                                begun(stored)
                                        .filter(event -> !event.origin().equals(refused.origin()))
                                        .filter(event -> event.previousCheckpoint().equals(named))
                                        .map(
                                                event ->
                                                        LogHead.begunBy(
                                                                stored.position(),
                                                                event.origin())));
    }

    /**
     * Whether a log was begun in the place of the one that a checkpoint is of, or of a later one.
     */
    boolean follows(LogHead head, Checkpoint kept) {
        return Optional.ofNullable(head.begunBy())
                .flatMap(
                        by ->
                                events.after(by - 1, 1).stream()
                                        .filter(stored -> stored.position() == by)
                                        .findFirst())
                .flatMap(this::begun)
                .filter(event -> event.origin().equals(head.origin()))
                .map(event -> Checkpoint.parse(SignedNote.parse(event.previousCheckpoint()).text()))
                .filter(named -> named.origin().equals(kept.origin()))
                .filter(named -> named.size() >= kept.size())
                .isPresent();
    }

    private Optional<LogBegunAnew> begun(StoredEvent stored) {
        if (!stored.type().equals(LogBegunAnew.class.getSimpleName())) {
            return Optional.empty();
        }
        try {
            var event = JsonMapper.shared().readValue(stored.payload(), LogBegunAnew.class);
            return Optional.of(event).filter(this::isSigned);
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean isSigned(LogBegunAnew event) {
        var note = SignedNote.parse(event.statement());
        return note.text().equals(text(event.origin(), event.previousCheckpoint()))
                && !note.signers(keys.verifiers(event.origin())).isEmpty();
    }
}
