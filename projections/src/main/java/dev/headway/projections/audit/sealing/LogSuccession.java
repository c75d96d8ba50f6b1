package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.MissingTileException;
import dev.headway.projections.audit.transparency.SignedNote;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What would take the place of a log that is refused, for whoever decides to begin it. */
@Component
public class LogSuccession {

    private static final Pattern NUMBERED =
            Pattern.compile("(?<name>.+)/(?<number>[1-9][0-9]{0,8})");

    private final Sealer sealer;
    private final LogTable log;
    private final CheckpointTable checkpoints;
    private final CheckpointFile file;
    private final BegunLogs begun;

    LogSuccession(
            Sealer sealer,
            LogTable log,
            CheckpointTable checkpoints,
            CheckpointFile file,
            BegunLogs begun) {
        this.sealer = sealer;
        this.log = log;
        this.checkpoints = checkpoints;
        this.file = file;
        this.begun = begun;
    }

    /**
     * A log that would begin.
     *
     * @param previousCheckpoint what was signed last of the one before
     * @param statement that it begins in the place of that one, signed
     */
    public record NextLog(
            String origin,
            String previousOrigin,
            long previousSize,
            String previousCheckpoint,
            String statement) {}

    /** Empty while nothing is refused: then there is no reason to begin another one. */
    public Optional<NextLog> next() {
        return isRefused() ? log.head().flatMap(this::after) : Optional.empty();
    }

    private boolean isRefused() {
        try {
            sealer.sealInTurn();
            return false;
        } catch (SealingRefusedException | MissingTileException _) {
            return true;
        }
    }

    private Optional<NextLog> after(LogHead refused) {
        return signedLast(file, checkpoints)
                .map(
                        note -> {
                            var previous = body(note);
                            var origin = originAfter(refused.origin(), previous.origin());
                            return new NextLog(
                                    origin,
                                    previous.origin(),
                                    previous.size(),
                                    note,
                                    begun.statement(origin, note));
                        });
    }

    /** What was kept outside; where that is nothing, what the database has. */
    static Optional<String> signedLast(CheckpointFile file, CheckpointTable checkpoints) {
        return file.read()
                .filter(LogSuccession::isCheckpoint)
                .or(() -> checkpoints.newest().map(SealedCheckpoint::checkpoint));
    }

    private static boolean isCheckpoint(String note) {
        try {
            body(note);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Checkpoint body(String note) {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }

    /** One that none of both has had: the name with the next number. */
    private static String originAfter(String one, String other) {
        var name = NUMBERED.matcher(one);
        var base = name.matches() ? name.group("name") : one;
        return base + "/" + (Math.max(number(one), number(other)) + 1);
    }

    private static long number(String origin) {
        var matcher = NUMBERED.matcher(origin);
        return matcher.matches() ? Long.parseLong(matcher.group("number")) : 1;
    }
}
