package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.projections.audit.LifeDigest;
import dev.headway.projections.questions.CopyOnChange;
import dev.headway.projections.questions.partnership.ProspectFacts.LeverageClaim;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was done together, and what came of it. */
record MotionFacts(
        Touchpoints touchpoints, List<JointWin> jointWins, List<Measurement> measurements) {

    static final MotionFacts NONE =
            new MotionFacts(new Touchpoints(0, List.of()), List.of(), List.of());

    record Touchpoint(String kind, String summary, @Nullable String with, Instant at) {}

    record Touchpoints(int count, List<Touchpoint> latest) {}

    /**
     * @param attribution whose doing it was, or null where nobody said so
     * @param amount what it is worth, or null as well
     */
    record JointWin(
            String customer,
            String summary,
            String evidence,
            @Nullable String attribution,
            @Nullable Amount amount,
            Instant at) {}

    record Amount(BigDecimal value, String currency) {

        static @Nullable Amount of(JointWinRecorded event) {
            var value = event.amount();
            var currency = event.currency();
            return value == null || currency == null ? null : new Amount(value, currency);
        }
    }

    /**
     * @param metric what it was taken for: the one claimed when it was recorded, null where none
     *     was
     */
    record Measurement(
            BigDecimal value, String evidence, Instant at, @Nullable MeasuredMetric metric) {}

    record MeasuredMetric(String name, String unit) {}

    MotionFacts evolve(TouchpointRecorded event) {
        var newest =
                new Touchpoint(event.kind(), event.summary(), event.with(), event.effectiveAt());
        var latest = Stream.concat(Stream.of(newest), touchpoints.latest().stream());
        return new MotionFacts(
                new Touchpoints(touchpoints.count() + 1, latest.limit(LifeDigest.NEWEST).toList()),
                jointWins,
                measurements);
    }

    /** The same, of so many touchpoints: not each was read. */
    MotionFacts withTouchpoints(int count) {
        return new MotionFacts(
                new Touchpoints(count, touchpoints.latest()), jointWins, measurements);
    }

    MotionFacts evolve(JointWinRecorded event) {
        var win =
                new JointWin(
                        event.customer(),
                        event.summary(),
                        event.evidence(),
                        event.attribution(),
                        Amount.of(event),
                        event.effectiveAt());
        return new MotionFacts(touchpoints, CopyOnChange.plus(jointWins, win), measurements);
    }

    MotionFacts evolve(MeasurementTaken event, @Nullable LeverageClaim claim) {
        var metric =
                claim == null
                        ? null
                        : new MeasuredMetric(claim.metric().name(), claim.metric().unit());
        var taken = new Measurement(event.value(), event.evidence(), event.effectiveAt(), metric);
        return new MotionFacts(touchpoints, jointWins, CopyOnChange.plus(measurements, taken));
    }
}
