package dev.headway.projections.questions.partnership;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;

/**
 * What is known of a partnership beside its place in the portfolio, in the shape in which it was
 * recorded: one flat object where it is answered.
 */
record KnownFacts(
        @JsonUnwrapped LastingFacts lasting,
        @JsonUnwrapped ProspectFacts prospect,
        @JsonUnwrapped PilotFacts pilot,
        @JsonUnwrapped LaunchFacts launch,
        @JsonUnwrapped AnnouncedFacts announced,
        @JsonUnwrapped AttestedFacts attested,
        @JsonUnwrapped ObjectiveFacts objectives,
        @JsonUnwrapped MotionFacts motion,
        @JsonUnwrapped WaiverFacts waivers,
        @JsonUnwrapped ScaleFacts scale) {

    static final KnownFacts NONE = ofNewLife(LastingFacts.NONE);

    /** The facts after an event. */
    KnownFacts evolve(PartnershipEvent event) {
        return switch (event) {
            case StageEntered e -> entered(e).with(lasting.evolve(e));
            case ObligationEvent e -> with(lasting.evolve(e));
            case LeverageClaimed e -> with(prospect.evolve(e));
            case DisqualifierScreened e -> with(prospect.evolve(e));
            case TimingRead e -> with(prospect.evolve(e));
            case PartnershipClassified e -> with(prospect.evolve(e));
            case BendDelivered e -> with(prospect.evolve(e));
            case ProspectParked e -> with(prospect.evolve(e));
            case ProspectUnparked _ -> with(prospect.unparked());
            case PilotScoped e -> with(pilot.evolve(e));
            case PilotJudged e -> with(pilot.evolve(e));
            case SeamChecked e -> with(launch.evolve(e));
            case RhythmAgreed e -> with(launch.evolve(e));
            case TeamConsented e -> with(launch.evolve(e));
            case ExitTermsAgreed e -> with(launch.evolve(e));
            case VerdictConfirmed e -> with(pilot.evolve(e));
            case ExitTermsConfirmed e -> with(launch.evolve(e));
            case TouchpointRecorded e -> with(motion.evolve(e));
            case JointWinRecorded e -> with(motion.evolve(e)).with(announced.evolve(e));
            case PartnershipAnnounced e -> with(announced.evolve(e));
            case CriterionAttested e -> with(attested.evolve(e));
            case MeasurementTaken e -> with(motion.evolve(e, prospect.leverageClaim()));
            case WaiverEvent e -> with(waivers.evolve(e));
            case ObjectiveEvent e -> with(objectives.evolve(e));
            case IncentiveAligned e -> with(scale.evolve(e));
            case SeamFunded e -> with(scale.evolve(e));
            case CustomersNotified e -> with(scale.evolve(e));
            case DescriptionEvent _, SeatEvent _, StepEvent _ -> this; // shown by list and plan
            case MotionImported _, MoveRefused _, CorrectionEvent _, VoidingEvent _ -> this;
        };
    }

    /** What a move leaves behind; its stage aside. */
    private KnownFacts entered(StageEntered event) {
        return switch (event) {
            case PartnershipRevived _ -> ofNewLife(lasting);
            case PilotStarted _ -> with(prospect.unparked());
            case PartnershipSteppedBack e when !e.stage().isLaunched() -> with(PilotFacts.NONE);
            case PartnershipSunset e -> with(scale.evolve(e));
            case PartnershipRegistered _,
                    PartnershipLaunched _,
                    PartnershipScaled _,
                    PartnershipSteppedBack _ ->
                    this;
        };
    }

    private static KnownFacts ofNewLife(LastingFacts lasting) {
        return new KnownFacts(
                lasting,
                ProspectFacts.NONE,
                PilotFacts.NONE,
                LaunchFacts.NONE,
                AnnouncedFacts.NONE,
                AttestedFacts.NONE,
                ObjectiveFacts.NONE,
                MotionFacts.NONE,
                WaiverFacts.NONE,
                ScaleFacts.NONE);
    }

    /** The same, with so many touchpoints. */
    KnownFacts withTouchpoints(int count) {
        return with(motion.withTouchpoints(count));
    }

    private KnownFacts with(LastingFacts lasting) {
        return new KnownFacts(
                lasting,
                prospect,
                pilot,
                launch,
                announced,
                attested,
                objectives,
                motion,
                waivers,
                scale);
    }

    private KnownFacts with(ProspectFacts prospect) {
        return new KnownFacts(
                lasting,
                prospect,
                pilot,
                launch,
                announced,
                attested,
                objectives,
                motion,
                waivers,
                scale);
    }

    private KnownFacts with(PilotFacts pilot) {
        return new KnownFacts(
                lasting,
                prospect,
                pilot,
                launch,
                announced,
                attested,
                objectives,
                motion,
                waivers,
                scale);
    }

    private KnownFacts with(LaunchFacts launch) {
        return new KnownFacts(
                lasting,
                prospect,
                pilot,
                launch,
                announced,
                attested,
                objectives,
                motion,
                waivers,
                scale);
    }

    private KnownFacts with(AnnouncedFacts announced) {
        return new KnownFacts(
                lasting,
                prospect,
                pilot,
                launch,
                announced,
                attested,
                objectives,
                motion,
                waivers,
                scale);
    }

    private KnownFacts with(AttestedFacts attested) {
        return new KnownFacts(
                lasting,
                prospect,
                pilot,
                launch,
                announced,
                attested,
                objectives,
                motion,
                waivers,
                scale);
    }

    private KnownFacts with(ObjectiveFacts objectives) {
        return new KnownFacts(
                lasting,
                prospect,
                pilot,
                launch,
                announced,
                attested,
                objectives,
                motion,
                waivers,
                scale);
    }

    private KnownFacts with(MotionFacts motion) {
        return new KnownFacts(
                lasting,
                prospect,
                pilot,
                launch,
                announced,
                attested,
                objectives,
                motion,
                waivers,
                scale);
    }

    private KnownFacts with(WaiverFacts waivers) {
        return new KnownFacts(
                lasting,
                prospect,
                pilot,
                launch,
                announced,
                attested,
                objectives,
                motion,
                waivers,
                scale);
    }

    private KnownFacts with(ScaleFacts scale) {
        return new KnownFacts(
                lasting,
                prospect,
                pilot,
                launch,
                announced,
                attested,
                objectives,
                motion,
                waivers,
                scale);
    }
}
