package dev.headway.projections.questions.figures;

import dev.headway.contracts.Stage;
import dev.headway.projections.questions.figures.PartnershipFigures.Launch;
import dev.headway.projections.questions.figures.PartnershipFigures.Sample;
import dev.headway.projections.questions.figures.PartnershipFigures.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A launch as it is read.
 *
 * @param endedAt when that life was over, if it is
 * @param movedAt when it had moved last by each of its samples, in microseconds of the epoch; null
 *     before anything moved
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record LaunchRow(
        int life, Instant launchedAt, @Nullable Instant endedAt, @Nullable Long[] movedAt) {

    /**
     * @param stays of its partnership, in the order in which it entered the stages
     */
    Launch sampled(List<Stay> stays) {
        return new Launch(
                life,
                launchedAt,
                IntStream.range(0, movedAt.length)
                        .mapToObj(sample -> sample(sample, stays))
                        .toList());
    }

    private Sample sample(int sample, List<Stay> stays) {
        var at = Launch.sampledAt(launchedAt, sample);
        var moved = movedAt[sample];
        return new Sample(
                endedAt != null && !endedAt.isAfter(at),
                stageAt(at, stays),
                moved == null
                        ? null
                        : Duration.between(Instant.EPOCH.plus(moved, ChronoUnit.MICROS), at));
    }

    /** By what is known now; null before its first. */
    private static @Nullable Stage stageAt(Instant at, List<Stay> stays) {
        return stays.reversed().stream()
                .filter(stay -> !stay.enteredAt().isAfter(at))
                .findFirst()
                .map(Stay::stage)
                .orElse(null);
    }
}
