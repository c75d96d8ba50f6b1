package dev.headway.lifecycle.partnership;

import static dev.headway.lifecycle.partnership.SampleHistories.ID;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.contracts.PartnershipEvent.ExitTermsConfirmed;
import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.PartnershipEvent.VerdictConfirmed;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.TouchpointKind;
import dev.headway.contracts.history.EffectiveHistory.Recorded;
import dev.headway.contracts.verdicts.PilotVerdict;
import dev.headway.contracts.verdicts.ScreeningVerdict;
import dev.headway.contracts.verdicts.SeamVerdict;
import dev.headway.lifecycle.partnership.corrections.AssignPartner;
import dev.headway.lifecycle.partnership.corrections.CorrectFact;
import dev.headway.lifecycle.partnership.corrections.CorrectMoveDate;
import dev.headway.lifecycle.partnership.corrections.DescribePartnership;
import dev.headway.lifecycle.partnership.corrections.ReopenStep;
import dev.headway.lifecycle.partnership.corrections.UnvoidPartnership;
import dev.headway.lifecycle.partnership.corrections.VoidPartnership;
import dev.headway.lifecycle.partnership.corrections.WithdrawFact;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.launch.AgreeExitTerms;
import dev.headway.lifecycle.partnership.launch.AgreeRhythm;
import dev.headway.lifecycle.partnership.launch.CheckSeam;
import dev.headway.lifecycle.partnership.launch.ConfirmExitTerms;
import dev.headway.lifecycle.partnership.motion.RecordTouchpoint;
import dev.headway.lifecycle.partnership.motion.TakeMeasurement;
import dev.headway.lifecycle.partnership.objectives.ConfirmObjective;
import dev.headway.lifecycle.partnership.objectives.MeasureKeyResult;
import dev.headway.lifecycle.partnership.objectives.ShareObjective;
import dev.headway.lifecycle.partnership.obligations.TakeObligation;
import dev.headway.lifecycle.partnership.pilot.ConfirmVerdict;
import dev.headway.lifecycle.partnership.pilot.JudgePilot;
import dev.headway.lifecycle.partnership.pilot.ScopePilot;
import dev.headway.lifecycle.partnership.prospect.ChoosePattern;
import dev.headway.lifecycle.partnership.prospect.ReadTiming;
import dev.headway.lifecycle.partnership.prospect.ScreenDisqualifier;
import dev.headway.lifecycle.partnership.seats.FillSeat;
import dev.headway.lifecycle.partnership.steps.CompleteStep;
import dev.headway.lifecycle.partnership.steps.PlanStep;
import dev.headway.lifecycle.people.Owner;
import dev.headway.partnership.state.Partner;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts something right at random, of what was recorded so far; seldom with good reason. */
record RandomCorrections(RandomGenerator random) {

    PartnershipCommand next(List<Recorded> recorded, Instant now) {
        var of = recorded.get(random.nextInt(recorded.size()));
        return switch (random.nextInt(11)) {
            case 0, 1 -> new WithdrawFact(ID, of.eventId(), word());
            case 2, 3, 4 -> corrected(of, now);
            case 5 -> new CorrectMoveDate(ID, anyMove(recorded).eventId(), happened(now), word());
            case 6 -> new ReopenStep(ID, id(), word());
            case 7 -> described();
            case 8 -> voided();
            case 9 -> new AssignPartner(ID, random.nextBoolean() ? null : id(), word());
            default -> new UnvoidPartnership(ID, _ -> null);
        };
    }

    private PartnershipCommand voided() {
        return new VoidPartnership(ID, word(), random.nextBoolean() ? null : "another", _ -> null);
    }

    private Recorded anyMove(List<Recorded> recorded) {
        var moves = recorded.stream().filter(each -> each.event() instanceof StageEntered).toList();
        return moves.get(random.nextInt(moves.size()));
    }

    private PartnershipCommand described() {
        var type = one(PartnerType.values()).name();
        var name = word();
        var segment = word();
        return new DescribePartnership(
                ID,
                random.nextBoolean() ? null : word(),
                known -> new Partner(name, type, null, segment, known.externalKey()),
                word());
    }

    /** By the fact's own command where there is one here, or else it is withdrawn. */
    private PartnershipCommand corrected(Recorded recorded, Instant now) {
        var at = random.nextBoolean() ? recorded.event().effectiveAt() : happened(now);
        var anew = anew(recorded.event(), at);
        return anew == null
                ? new WithdrawFact(ID, recorded.eventId(), word())
                : new CorrectFact(ID, recorded.eventId(), word(), anew);
    }

    private @Nullable PartnershipCommand anew(PartnershipEvent event, Instant at) {
        return switch (event) {
            case PatternChosen _ -> new ChoosePattern(ID, one(Pattern.values()), at);
            case DisqualifierScreened e ->
                    new ScreenDisqualifier(
                            ID, e.disqualifier(), one(ScreeningVerdict.values()), word(), at);
            case TimingRead _ -> new ReadTiming(ID, word(), random.nextBoolean(), word(), true, at);
            case SeatFilled e ->
                    new FillSeat(
                            ID,
                            Seat.valueOf(e.seat()),
                            Owner.named(word()),
                            one(Side.values()),
                            at);
            case PilotScoped e ->
                    new ScopePilot(ID, word(), word(), e.endsOn().plus(Duration.ofDays(1)), at);
            case PilotJudged e ->
                    new JudgePilot(ID, one(PilotVerdict.values()), word(), e.endsOn(), at);
            case SeamChecked e ->
                    new CheckSeam(
                            ID, Seam.valueOf(e.seam()), one(SeamVerdict.values()), word(), at);
            case VerdictConfirmed _ -> new ConfirmVerdict(ID, word(), null, at);
            case ExitTermsAgreed _ -> new AgreeExitTerms(ID, word(), random.nextInt(3), at);
            case ExitTermsConfirmed _ -> new ConfirmExitTerms(ID, word(), null, at);
            case RhythmAgreed _ -> new AgreeRhythm(ID, 1 + random.nextInt(3), word(), at);
            case TouchpointRecorded _ ->
                    new RecordTouchpoint(ID, one(TouchpointKind.values()), word(), word(), at);
            case JointWinRecorded _ -> new RandomCommands(random).win(at);
            case MeasurementTaken _ ->
                    new TakeMeasurement(ID, BigDecimal.valueOf(random.nextInt(3)), word(), at);
            case StepPlanned e ->
                    new PlanStep(
                            ID,
                            e.stepId(),
                            word(),
                            Owner.named(word()),
                            one(Side.values()),
                            e.dueOn(),
                            at);
            case StepCompleted e -> new CompleteStep(ID, e.stepId(), word(), at);
            case ObjectiveShared e ->
                    new ShareObjective(ID, e.objectiveId(), word(), e.keyResults(), at);
            case ObjectiveChanged e ->
                    new ShareObjective(ID, e.objectiveId(), word(), e.keyResults(), at);
            case ObjectiveConfirmed e ->
                    new ConfirmObjective(ID, e.objectiveId(), Side.valueOf(e.side()), word(), at);
            case KeyResultMeasured e ->
                    new MeasureKeyResult(
                            ID,
                            e.objectiveId(),
                            e.keyResultId(),
                            BigDecimal.valueOf(random.nextInt(3)),
                            word(),
                            at);
            case ObligationTaken e ->
                    new TakeObligation(ID, e.obligationId(), word(), word(), e.dueOn(), at);
            default -> null;
        };
    }

    private Instant happened(Instant now) {
        return now.minus(Duration.ofDays(random.nextInt(60)));
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private String word() {
        return one(new String[] {"amber", "birch", "cedar"});
    }

    private String id() {
        return "i" + random.nextInt(12);
    }
}
