package dev.headway.projections.audit.sealing;

import static dev.headway.projections.audit.sealing.SealedBefore.require;

import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.MissingTileException;
import dev.headway.projections.log.EventReads;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what is due, one checkpoint in one transaction: adds new events to the tree, reads back
 * what it wrote, then signs. Any number of nodes may run it over the same database.
 */
@Component
class Sealer {

    private final SealingProperties properties;
    private final SealingKeys keys;
    private final LogTable log;
    private final CheckpointTable checkpoints;
    private final SealedTree tree;
    private final SealedBefore before;
    private final BegunLogs begun;
    private final EventReads events;
    private final CheckpointFile file;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sealer(
            SealingProperties properties,
            SealingKeys keys,
            LogTable log,
            CheckpointTable checkpoints,
            SealedTree tree,
            SealedBefore before,
            BegunLogs begun,
            EventReads events,
            CheckpointFile file,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.properties = properties;
        this.keys = keys;
        this.log = log;
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.before = before;
        this.begun = begun;
        this.events = events;
        this.file = file;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The checkpoint that was due; empty when none was, or another node is at it.
     *
     * @throws SealingRefusedException when what was signed is not there any more
     */
    Optional<SealedCheckpoint> seal() {
        return seal(log::claim);
    }

    /** The same; when another node is at it, afterwards. */
    Optional<SealedCheckpoint> sealInTurn() {
        return seal(log::claimInTurn);
    }

    private Optional<SealedCheckpoint> seal(Supplier<Optional<LogHead>> claim) {
        var kept = file.read();
        try {
            return inTransaction(() -> claim.get().flatMap(head -> sealClaimed(head, kept)));
        } catch (SealingRefusedException | MissingTileException e) {
            return inTransaction(
                    () -> claim.get().flatMap(head -> sealClaimed(instead(head, e), kept)));
        }
    }

    private Optional<SealedCheckpoint> inTransaction(Supplier<Optional<SealedCheckpoint>> sealing) {
        return Objects.requireNonNull(transaction.execute(_ -> sealing.get()));
    }

    /**
     * The log that an administrator has begun instead, now that this one is refused.
     *
     * @throws RuntimeException why it is, when there is none
     */
    private LogHead instead(LogHead refused, RuntimeException why) {
        var next =
                LogSuccession.signedLast(file, checkpoints)
                        .flatMap(signed -> begun.inPlaceOf(refused, signed))
                        .orElseThrow(() -> why);
        log.replace(next);
        return next;
    }

    private Optional<SealedCheckpoint> sealClaimed(LogHead head, Optional<String> kept) {
        require(
                properties.origin() == null || head.isCalled(properties.origin()),
                "the log is called %s, and not %s".formatted(head.origin(), properties.origin()));
        var newest = checkpoints.newest();
        before.requireAllOf(head, newest, kept);
        var known = newest.map(SealedCheckpoint::checkpoint);
        if (!known.equals(kept)) {
            known.ifPresent(file::keep);
        }
        if (!isDue(head, newest)) {
            return Optional.empty();
        }
        newest.map(SealedCheckpoint::body)
                .ifPresent(signed -> before.requireRoot(signed, "the newest checkpoint"));
        var grown = tree.grow(head, properties.events());
        tree.requireGrown(head, grown, newest.map(SealedCheckpoint::body));
        return Optional.of(sign(grown));
    }

    /** At once for the first one, so that there always is a checkpoint. */
    private boolean isDue(LogHead head, Optional<SealedCheckpoint> newest) {
        var unsealed = events.head() - head.position();
        return newest.isEmpty()
                || unsealed >= properties.events()
                || (unsealed > 0
                        && !newest.get()
                                .signedAt()
                                .plus(properties.after())
                                .isAfter(clock.instant()));
    }

    private SealedCheckpoint sign(LogHead grown) {
        var now = clock.instant();
        var text = new Checkpoint(grown.origin(), grown.size(), tree.root(grown)).text();
        var note = keys.sign(grown.origin(), text);
        var verifiers = keys.verifiers(grown.origin());
        require(note.signers(verifiers).equals(verifiers), "a signature is not good");
        verifiers.forEach(key -> checkpoints.remember(key, now));
        return checkpoints.store(grown, note.toString(), now);
    }
}
