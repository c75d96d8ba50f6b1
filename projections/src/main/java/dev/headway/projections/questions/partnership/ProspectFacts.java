package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent.BendDelivered;
import dev.headway.contracts.PartnershipEvent.DisqualifierScreened;
import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.contracts.PartnershipEvent.PromisedBend;
import dev.headway.contracts.PartnershipEvent.ProspectParked;
import dev.headway.contracts.PartnershipEvent.TimingRead;
import dev.headway.projections.questions.CopyOnChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why this partnership, whether now, and what bends for it. */
record ProspectFacts(
        @Nullable LeverageClaim leverageClaim,
        List<Screening> screenings,
        @Nullable Timing timing,
        List<Bend> bends,
        @Nullable Parking parking) {

    static final ProspectFacts NONE = new ProspectFacts(null, List.of(), null, List.of(), null);

    record Metric(String name, String unit, BigDecimal baseline, BigDecimal target) {}

    record LeverageClaim(
            String mechanism, String why, Metric metric, Instant dueOn, Instant claimedAt) {}

    /**
     * @param statement the disqualifier as it was worded when it was answered
     */
    record Screening(
            String disqualifier,
            @Nullable String statement,
            String verdict,
            String note,
            Instant screenedAt) {}

    record Readiness(String focus, boolean ready) {}

    record Timing(Readiness ours, Readiness partner, Instant readAt) {}

    record Bend(
            String bendId,
            String bend,
            String what,
            Instant dueOn,
            @Nullable Instant deliveredAt,
            @Nullable String evidence) {}

    record Parking(Instant until, String reason, Instant parkedAt) {}

    ProspectFacts evolve(LeverageClaimed event) {
        var metric =
                new Metric(
                        event.metricName(), event.metricUnit(), event.baseline(), event.target());
        var claim =
                new LeverageClaim(
                        event.mechanism(), event.why(), metric, event.dueOn(), event.effectiveAt());
        return new ProspectFacts(claim, screenings, timing, bends, parking);
    }

    ProspectFacts evolve(DisqualifierScreened event) {
        var screening =
                new Screening(
                        event.disqualifier(),
                        event.statement(),
                        event.verdict(),
                        event.note(),
                        event.effectiveAt());
        return new ProspectFacts(
                leverageClaim,
                CopyOnChange.replaceIf(
                        screenings,
                        known -> known.disqualifier().equals(event.disqualifier()),
                        screening),
                timing,
                bends,
                parking);
    }

    /** A reading that is recorded late replaces nothing newer. */
    ProspectFacts evolve(TimingRead event) {
        var read =
                new Timing(
                        new Readiness(event.ourFocus(), event.oursReady()),
                        new Readiness(event.partnerFocus(), event.partnerReady()),
                        event.effectiveAt());
        return timing != null && timing.readAt().isAfter(read.readAt())
                ? this
                : new ProspectFacts(leverageClaim, screenings, read, bends, parking);
    }

    /** The bends of a new classification; one that was promised before keeps its delivery. */
    ProspectFacts evolve(PartnershipClassified event) {
        return withBends(event.promised().stream().map(this::promised).toList());
    }

    private Bend promised(PromisedBend promise) {
        var known = bends.stream().filter(b -> b.bendId().equals(promise.bendId())).findFirst();
        return new Bend(
                promise.bendId(),
                promise.bend(),
                promise.what(),
                promise.dueOn(),
                known.map(Bend::deliveredAt).orElse(null),
                known.map(Bend::evidence).orElse(null));
    }

    ProspectFacts evolve(BendDelivered event) {
        return withBends(
                CopyOnChange.update(
                        bends,
                        bend -> bend.bendId().equals(event.bendId()),
                        bend ->
                                new Bend(
                                        bend.bendId(),
                                        bend.bend(),
                                        bend.what(),
                                        bend.dueOn(),
                                        event.effectiveAt(),
                                        event.evidence())));
    }

    ProspectFacts evolve(ProspectParked event) {
        return withParking(new Parking(event.until(), event.reason(), event.effectiveAt()));
    }

    ProspectFacts unparked() {
        return withParking(null);
    }

    private ProspectFacts withBends(List<Bend> bends) {
        return new ProspectFacts(leverageClaim, screenings, timing, bends, parking);
    }

    private ProspectFacts withParking(@Nullable Parking parking) {
        return new ProspectFacts(leverageClaim, screenings, timing, bends, parking);
    }
}
