package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.claims.ClaimedMetric;
import dev.headway.contracts.verdicts.PilotVerdict;
import dev.headway.partnership.state.Occurrences.Occurrence;

/**
 * What gates are evaluated on. It begins anew whenever the partnership becomes a prospect: evidence
 * from before a revival does not count.
 */
public record Evidence(
        LatestEvents latestEvents,
        JointWins jointWins,
        Measurements measurements,
        Steps steps,
        Waivers waivers,
        Objectives objectives,
        Occurrences occurrences) {

    static final Evidence NONE =
            new Evidence(
                    LatestEvents.NONE,
                    JointWins.NONE,
                    Measurements.NONE,
                    Steps.NONE,
                    Waivers.NONE,
                    Objectives.NONE,
                    Occurrences.NONE);

    Evidence evolve(EvidenceEvent event) {
        return switch (event) {
            case LeverageClaimed _,
                    PartnershipClassified _,
                    RhythmAgreed _,
                    SeamFunded _,
                    CustomersNotified _ ->
                    with(latestEvents.with(event));
            case TimingRead e -> with(latestEvents.with(e, e.effectiveAt().toString()));
            case PartnershipAnnounced e -> with(latestEvents.with(e));
            case CriterionAttested e -> with(latestEvents.with(e, e.criterion()));
            case DisqualifierScreened e -> with(latestEvents.with(e, e.disqualifier()));
            case BendDelivered e -> with(latestEvents.with(e, e.bendId()));
            case SeatFilled e -> with(latestEvents.with(e, e.seat()));
            case SeatVacated e -> with(latestEvents.without(SeatFilled.class, e.seat()));
            case PilotScoped e -> with(latestEvents.with(e));
            case PilotJudged e -> with(withVerdict(e).without(VerdictConfirmed.class));
            case ExitTermsAgreed e -> with(latestEvents.with(e).without(ExitTermsConfirmed.class));
            case VerdictConfirmed e ->
                    latestEvents.latest(PilotJudged.class).filter(e::isOf).isPresent()
                            ? with(latestEvents.with(e))
                            : this;
            case ExitTermsConfirmed e ->
                    latestEvents.latest(ExitTermsAgreed.class).filter(e::isOf).isPresent()
                            ? with(latestEvents.with(e))
                            : this;
            case SeamChecked e -> with(latestEvents.with(e, e.seam()));
            case TeamConsented e -> with(latestEvents.with(e, e.team()));
            case IncentiveAligned e -> with(latestEvents.with(e, e.actor()));
            case JointWinRecorded e -> with(jointWins.plus(e)).plus(Occurrence.of(e));
            case MeasurementTaken e ->
                    with(measurements.plus(e, claimed())).plus(Occurrence.of(e, claimed()));
            case StepEvent e -> with(steps.evolve(e));
            case WaiverEvent e -> with(waivers.evolve(e));
            case KeyResultMeasured e -> plus(Occurrence.of(e));
            case ObjectiveEvent e -> with(objectives.evolve(e));
        };
    }

    /** A touchpoint is no evidence; that it was told of is remembered as long as evidence is. */
    Evidence with(TouchpointRecorded touchpoint) {
        return plus(Occurrence.of(touchpoint));
    }

    /** Whether it was told of before. */
    public boolean has(Occurrence occurrence) {
        return occurrences.include(occurrence);
    }

    /** Going back to the pilot, or before it, voids what it was about and what it proved. */
    Evidence withoutPilot(PartnershipSteppedBack back) {
        return back.stage().isLaunched()
                ? this
                : with(
                        latestEvents
                                .without(PilotScoped.class)
                                .without(PilotJudged.class)
                                .without(VerdictConfirmed.class));
    }

    /** A pilot that is extended gets a new end; its verdict is still to come. */
    private LatestEvents withVerdict(PilotJudged verdict) {
        var endsOn = verdict.endsOn();
        return endsOn == null || !verdict.verdict().equals(PilotVerdict.EXTENDED.name())
                ? latestEvents.with(verdict)
                : latestEvents
                        .latest(PilotScoped.class)
                        .map(
                                scope ->
                                        new PilotScoped(
                                                scope.useCase(),
                                                scope.successCriterion(),
                                                endsOn,
                                                scope.effectiveAt()))
                        .map(latestEvents.with(verdict)::with)
                        .orElseGet(() -> latestEvents.with(verdict));
    }

    /** What is claimed at present, and so what a measurement is taken for. */
    public ClaimedMetric claimed() {
        return latestEvents
                .latest(LeverageClaimed.class)
                .map(ClaimedMetric::of)
                .orElse(ClaimedMetric.NONE);
    }

    private Evidence with(JointWins jointWins) {
        return new Evidence(
                latestEvents, jointWins, measurements, steps, waivers, objectives, occurrences);
    }

    private Evidence with(Measurements measurements) {
        return new Evidence(
                latestEvents, jointWins, measurements, steps, waivers, objectives, occurrences);
    }

    private Evidence with(LatestEvents latestEvents) {
        return new Evidence(
                latestEvents, jointWins, measurements, steps, waivers, objectives, occurrences);
    }

    private Evidence with(Steps steps) {
        return new Evidence(
                latestEvents, jointWins, measurements, steps, waivers, objectives, occurrences);
    }

    private Evidence with(Waivers waivers) {
        return new Evidence(
                latestEvents, jointWins, measurements, steps, waivers, objectives, occurrences);
    }

    private Evidence with(Objectives objectives) {
        return new Evidence(
                latestEvents, jointWins, measurements, steps, waivers, objectives, occurrences);
    }

    private Evidence plus(Occurrence occurrence) {
        return new Evidence(
                latestEvents,
                jointWins,
                measurements,
                steps,
                waivers,
                objectives,
                occurrences.plus(occurrence));
    }
}
