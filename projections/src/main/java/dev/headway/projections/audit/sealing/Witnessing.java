package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.sealing.WitnessClient.Answer;
import dev.headway.projections.audit.transparency.Cosignature;
import dev.headway.projections.audit.transparency.MerkleTree;
import dev.headway.projections.audit.transparency.WitnessKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows the newest checkpoint to a witness, who has seen those before it, and keeps what it signs.
 * Sealing waits for none of it: while the witness is away, the next checkpoint takes the place of
 * the one that it did not see.
 */
@Component
class Witnessing {

    /** How far ahead a witness's clock may be. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private static final int GOOD = 200;
    private static final int SEEN_ANOTHER_SIZE = 409;
    private static final int NOT_GROWN = 422;

    private record Witness(WitnessClient client, WitnessKey key) {}

    private final @Nullable Witness witness;
    private final CheckpointTable checkpoints;
    private final TileTable tiles;
    private final WitnessState state;
    private final Clock clock;

    Witnessing(
            SealingProperties properties,
            CheckpointTable checkpoints,
            TileTable tiles,
            WitnessState state,
            Clock clock) {
        this.witness = witness(properties.witness());
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.state = state;
        this.clock = clock;
    }

    private static @Nullable Witness witness(SealingProperties.Witness configured) {
        var url = configured.url();
        return url == null || url.isBlank()
                ? null
                : new Witness(new WitnessClient(url), configured.parsedKey());
    }

    /**
     * Shows it what it has not seen.
     *
     * @throws WitnessRefusedException when it says that the log is not what it was, or its
     *     cosignature is not good
     * @throws IllegalStateException when it is away
     */
    void show() {
        var newest = checkpoints.newest();
        if (witness == null || newest.isEmpty() || newest.get().cosignature() != null) {
            return;
        }
        try {
            checkpoints.cosign(newest.get(), cosigned(witness, newest.get()));
            state.good();
        } catch (WitnessRefusedException e) {
            state.refuse(String.valueOf(e.getMessage()));
            throw e;
        } catch (IllegalStateException e) {
            state.away(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private Cosignature cosigned(Witness witness, SealedCheckpoint newest) {
        var seen = checkpoints.cosignedSize();
        var answer = add(witness, seen, newest);
        if (answer.status() == SEEN_ANOTHER_SIZE) {
            answer = add(witness, size(answer), newest);
        }
        return switch (answer.status()) {
            case GOOD -> good(witness.key(), newest, answer);
            case NOT_GROWN ->
                    throw new WitnessRefusedException(
                            "the log did not grow from what the witness has seen");
            default -> throw new IllegalStateException("The witness answered " + answer.status());
        };
    }

    private Answer add(Witness witness, long seen, SealedCheckpoint newest) {
        if (seen > newest.size()) {
            throw new WitnessRefusedException(
                    "the witness has seen %d events of the log, which has %d"
                            .formatted(seen, newest.size()));
        }
        var proof = new MerkleTree(tiles, newest.size()).consistencyProof(seen);
        return witness.client().addCheckpoint(seen, proof, newest.checkpoint());
    }

    private static long size(Answer answer) {
        var size = answer.body().strip();
        if (!size.matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalStateException("The witness answered 409 without a size");
        }
        return Long.parseLong(size);
    }

    private Cosignature good(WitnessKey key, SealedCheckpoint newest, Answer answer) {
        Optional<Cosignature> cosignature;
        try {
            cosignature = key.cosignature(newest.checkpoint(), answer.body());
        } catch (IllegalArgumentException e) {
            throw new WitnessRefusedException(String.valueOf(e.getMessage()));
        }
        return cosignature
                .filter(each -> each.at().isBefore(clock.instant().plus(CLOCKS_DIFFER)))
                .orElseThrow(
                        () ->
                                new WitnessRefusedException(
                                        "the answer has no cosignature of " + key + " of now"));
    }
}
