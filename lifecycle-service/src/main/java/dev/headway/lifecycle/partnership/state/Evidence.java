package dev.headway.lifecycle.partnership.state;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PilotVerdict;
import dev.headway.contracts.Stage;

/**
 * What gates are judged on. It begins anew whenever the partnership becomes a prospect: evidence of
 * a former life does not count.
 */
public record Evidence(
        LatestEvents grounds,
        JointWins wins,
        Measurements measurements,
        Steps steps,
        Waivers waivers) {

    public static final Evidence NONE =
            new Evidence(
                    LatestEvents.NONE, JointWins.NONE, Measurements.NONE, Steps.NONE, Waivers.NONE);

    public Evidence evolve(EvidenceEvent event) {
        return switch (event) {
            case LeverageClaimed _,
                    PartnershipClassified _,
                    RhythmAgreed _,
                    ExitTermsAgreed _,
                    SeamFunded _,
                    CustomersNotified _ ->
                    with(grounds.with(event));
            case TimingRead e -> with(grounds.with(e, e.effectiveAt().toString()));
            case DisqualifierScreened e -> with(grounds.with(e, e.disqualifier()));
            case BendDelivered e -> with(grounds.with(e, e.bendId()));
            case SeatFilled e -> with(grounds.with(e, e.seat()));
            case SeatVacated e -> with(grounds.without(SeatFilled.class, e.seat()));
            case PilotScoped e -> with(grounds.with(e));
            case PilotJudged e -> with(judged(e));
            case SeamChecked e -> with(grounds.with(e, e.seam()));
            case TeamConsented e -> with(grounds.with(e, e.team()));
            case IncentiveAligned e -> with(grounds.with(e, e.actor()));
            case JointWinRecorded e ->
                    new Evidence(grounds, wins.plus(e), measurements, steps, waivers);
            case MeasurementTaken e ->
                    new Evidence(grounds, wins, measurements.plus(e), steps, waivers);
            case StepEvent e -> new Evidence(grounds, wins, measurements, steps.evolve(e), waivers);
            case WaiverEvent e ->
                    new Evidence(grounds, wins, measurements, steps, waivers.evolve(e));
        };
    }

    /** Going back to the pilot voids what the pilot was about and what it proved. */
    public Evidence steppedBack(PartnershipSteppedBack back) {
        return back.to().equals(Stage.PILOT.name())
                ? with(grounds.without(PilotScoped.class).without(PilotJudged.class))
                : this;
    }

    /** A pilot that is extended gets a new end; its verdict is still to come. */
    private LatestEvents judged(PilotJudged verdict) {
        var endsOn = verdict.endsOn();
        return endsOn == null || !verdict.verdict().equals(PilotVerdict.EXTENDED.name())
                ? grounds.with(verdict)
                : grounds.latest(PilotScoped.class)
                        .map(
                                scope ->
                                        new PilotScoped(
                                                scope.useCase(),
                                                scope.successCriterion(),
                                                endsOn,
                                                scope.effectiveAt()))
                        .map(grounds.with(verdict)::with)
                        .orElseGet(() -> grounds.with(verdict));
    }

    private Evidence with(LatestEvents grounds) {
        return new Evidence(grounds, wins, measurements, steps, waivers);
    }
}
