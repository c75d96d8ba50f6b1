package dev.headway.partnership.gates;

import static dev.headway.partnership.gates.Criterion.Finding.recorded;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.TimingRead;
import dev.headway.contracts.Seat;
import dev.headway.contracts.written.DueDay;
import dev.headway.partnership.gates.Criterion.Finding;
import java.time.Duration;

/** How each criterion in front of PILOT is evaluated. */
final class PilotCriteria {

    /** How old a reading of both sides' timing may be, and how far off a pilot's end. */
    private static final Duration NINETY_DAYS = Duration.ofDays(90);

    private PilotCriteria() {}

    static Finding leverageIsClaimed(GateContext context) {
        var claim = context.latest(LeverageClaimed.class);
        return recorded(
                claim,
                "a leverage claim",
                claim.map(c -> c.mechanism() + ": " + c.metricName() + " to " + c.target())
                        .orElse(""));
    }

    static Finding patternIsChosen(GateContext context) {
        var pattern = context.facts().pattern();
        return new Finding(
                pattern != null, pattern == null ? "none chosen" : pattern, "a pattern", pattern);
    }

    static Finding timingIsRight(GateContext context) {
        var need = "both sides ready, read within 90 days";
        return context.evidence()
                .latestEvents()
                .latestByEffectiveTime(TimingRead.class)
                .map(
                        timing -> {
                            var until =
                                    DueDay.endsAt(
                                            timing.effectiveAt().plus(NINETY_DAYS), context.zone());
                            var fresh = !context.now().isAfter(until);
                            var have =
                                    "ours "
                                            + (timing.oursReady() ? "ready" : "not ready")
                                            + ", partner "
                                            + (timing.partnerReady() ? "ready" : "not ready")
                                            + ", read "
                                            + timing.effectiveAt();
                            return new Finding(
                                    fresh && timing.oursReady() && timing.partnerReady(),
                                    have,
                                    need,
                                    have);
                        })
                .orElseGet(() -> new Finding(false, "never read", need, null));
    }

    static Finding relationshipSeatIsFilled(GateContext context) {
        var seat = context.latest(SeatFilled.class, Seat.RELATIONSHIP);
        return recorded(
                seat, "a holder of the RELATIONSHIP seat", seat.map(SeatFilled::holder).orElse(""));
    }

    static Finding pilotIsScoped(GateContext context) {
        var need = "a scope that ends within 90 days";
        return context.latest(PilotScoped.class)
                .map(
                        scope -> {
                            var ahead = !context.isOver(scope.endsOn());
                            var near =
                                    !DueDay.beginsAt(scope.endsOn(), context.zone())
                                            .isAfter(context.now().plus(NINETY_DAYS));
                            return new Finding(
                                    ahead && near,
                                    "ends " + scope.endsOn(),
                                    need,
                                    scope.useCase() + ": " + scope.successCriterion());
                        })
                .orElseGet(() -> new Finding(false, "no scope", need, null));
    }
}
