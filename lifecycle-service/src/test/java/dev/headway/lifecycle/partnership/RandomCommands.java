package dev.headway.lifecycle.partnership;

import static dev.headway.lifecycle.partnership.SampleHistories.ID;

import dev.headway.contracts.Attribution;
import dev.headway.contracts.BendKind;
import dev.headway.contracts.Classification;
import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.Mechanism;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.PromisedBend;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.contracts.TouchpointKind;
import dev.headway.contracts.policy.Criteria;
import dev.headway.contracts.verdicts.PilotVerdict;
import dev.headway.contracts.verdicts.ScreeningVerdict;
import dev.headway.contracts.verdicts.SeamVerdict;
import dev.headway.contracts.verdicts.WaiverDecision;
import dev.headway.lifecycle.partnership.attestations.AttestCriterion;
import dev.headway.lifecycle.partnership.classification.ClassifyPartnership;
import dev.headway.lifecycle.partnership.classification.DeliverBend;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.launch.AgreeExitTerms;
import dev.headway.lifecycle.partnership.launch.AgreeRhythm;
import dev.headway.lifecycle.partnership.launch.AnnouncePartnership;
import dev.headway.lifecycle.partnership.launch.CheckSeam;
import dev.headway.lifecycle.partnership.launch.ConfirmExitTerms;
import dev.headway.lifecycle.partnership.launch.ConsentTeam;
import dev.headway.lifecycle.partnership.motion.RecordJointWin;
import dev.headway.lifecycle.partnership.motion.RecordTouchpoint;
import dev.headway.lifecycle.partnership.motion.TakeMeasurement;
import dev.headway.lifecycle.partnership.moves.MovePartnership;
import dev.headway.lifecycle.partnership.objectives.ConfirmObjective;
import dev.headway.lifecycle.partnership.objectives.DropObjective;
import dev.headway.lifecycle.partnership.objectives.MeasureKeyResult;
import dev.headway.lifecycle.partnership.objectives.ShareObjective;
import dev.headway.lifecycle.partnership.obligations.DischargeObligation;
import dev.headway.lifecycle.partnership.obligations.HandOverObligation;
import dev.headway.lifecycle.partnership.obligations.TakeObligation;
import dev.headway.lifecycle.partnership.pilot.ConfirmVerdict;
import dev.headway.lifecycle.partnership.pilot.JudgePilot;
import dev.headway.lifecycle.partnership.pilot.ScopePilot;
import dev.headway.lifecycle.partnership.prospect.ChoosePattern;
import dev.headway.lifecycle.partnership.prospect.ClaimLeverage;
import dev.headway.lifecycle.partnership.prospect.ParkProspect;
import dev.headway.lifecycle.partnership.prospect.ReadTiming;
import dev.headway.lifecycle.partnership.prospect.RegisterPartnership;
import dev.headway.lifecycle.partnership.prospect.ScreenDisqualifier;
import dev.headway.lifecycle.partnership.prospect.UnparkProspect;
import dev.headway.lifecycle.partnership.scale.AlignIncentive;
import dev.headway.lifecycle.partnership.scale.FundSeam;
import dev.headway.lifecycle.partnership.seats.FillSeat;
import dev.headway.lifecycle.partnership.seats.VacateSeat;
import dev.headway.lifecycle.partnership.steps.ChangeStepOwner;
import dev.headway.lifecycle.partnership.steps.CompleteStep;
import dev.headway.lifecycle.partnership.steps.DropStep;
import dev.headway.lifecycle.partnership.steps.FollowPlaybook;
import dev.headway.lifecycle.partnership.steps.FollowPlaybook.Chosen;
import dev.headway.lifecycle.partnership.steps.PlanStep;
import dev.headway.lifecycle.partnership.steps.RescheduleStep;
import dev.headway.lifecycle.partnership.sunset.NotifyCustomers;
import dev.headway.lifecycle.partnership.waivers.DecideWaiver;
import dev.headway.lifecycle.partnership.waivers.RequestWaiver;
import dev.headway.lifecycle.people.Owner;
import dev.headway.partnership.state.PartnershipState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Commands at random, with words, dates and ids from small sets, so that they meet again. */
public record RandomCommands(RandomGenerator random) {

    /** The next command for a partnership in some state. */
    public PartnershipCommand next(PartnershipState state, Instant now) {
        return random.nextInt(3) == 0 ? move(state, now) : fact(now);
    }

    /** How a history begins: registered, or brought by an import. */
    public PartnershipCommand first(Instant now) {
        return random.nextBoolean()
                ? new RegisterPartnership(
                        ID,
                        word(),
                        word(),
                        one(PartnerType.values()),
                        null,
                        one(Pattern.values()),
                        null,
                        Owner.named(word()),
                        null)
                : imported(now);
    }

    private PartnershipCommand imported(Instant now) {
        var at = now.minus(Duration.ofDays(500));
        var stages = new TreeMap<Stage, Instant>();
        for (var stage : List.of(Stage.PILOT, Stage.LAUNCH, Stage.SCALED, Stage.SUNSET)) {
            if (random.nextInt(4) > 0) {
                at = at.plus(Duration.ofDays(random.nextInt(100)));
                stages.put(stage, at);
            } else {
                break;
            }
        }
        return new ImportPartnership(
                ID,
                "k-1",
                word(),
                word(),
                one(PartnerType.values()),
                one(Pattern.values()),
                random.nextBoolean() ? null : word(),
                word(),
                now.minus(Duration.ofDays(500)),
                Map.copyOf(stages),
                word(),
                random.nextBoolean() ? null : at);
    }

    private PartnershipCommand move(PartnershipState state, Instant now) {
        return new MovePartnership(
                        ID,
                        one(Stage.values()),
                        random.nextInt(5) == 0 ? null : word(),
                        random.nextInt(5) == 0 ? null : word(),
                        happened(now))
                .toMove(state);
    }

    private PartnershipCommand fact(Instant now) {
        var at = happened(now);
        return switch (random.nextInt(42)) {
            case 0 -> new ChoosePattern(ID, one(Pattern.values()), at);
            case 1 ->
                    new ClaimLeverage(
                            ID,
                            one(Mechanism.values()),
                            word(),
                            word(),
                            "%",
                            number(),
                            number(),
                            day(now),
                            at);
            case 2 ->
                    new ScreenDisqualifier(ID, word(), one(ScreeningVerdict.values()), word(), at);
            case 3 ->
                    new ReadTiming(
                            ID, word(), random.nextInt(4) > 0, word(), random.nextInt(4) > 0, at);
            case 4, 5 ->
                    new FillSeat(
                            ID, one(Seat.values()), Owner.named(word()), one(Side.values()), at);
            case 6 -> new VacateSeat(ID, one(Seat.values()), at);
            case 7 -> new ClassifyPartnership(ID, one(Classification.values()), bends(now), at);
            case 8 -> new DeliverBend(ID, id(), word(), at);
            case 9 -> new ParkProspect(ID, day(now), word(), at);
            case 10 -> new UnparkProspect(ID, at);
            case 11 -> new ScopePilot(ID, word(), word(), day(now), at);
            case 12 -> new JudgePilot(ID, one(PilotVerdict.values()), word(), maybe(day(now)), at);
            case 13 -> new CheckSeam(ID, one(Seam.values()), one(SeamVerdict.values()), word(), at);
            case 14 -> new AgreeRhythm(ID, 1 + random.nextInt(3), word(), at);
            case 15 -> new ConsentTeam(ID, one(ReceivingTeam.values()), word(), word(), at);
            case 16 -> new AgreeExitTerms(ID, word(), random.nextInt(3), at);
            case 17 -> new RecordTouchpoint(ID, one(TouchpointKind.values()), word(), word(), at);
            case 18 -> win(at);
            case 19 -> new TakeMeasurement(ID, number(), word(), at);
            case 20, 21, 22 ->
                    new PlanStep(
                            ID,
                            id(),
                            word(),
                            Owner.named(word()),
                            one(Side.values()),
                            day(now),
                            at);
            case 23 -> new CompleteStep(ID, id(), null, at);
            case 24 ->
                    random.nextBoolean()
                            ? new RescheduleStep(ID, id(), day(now), word(), at)
                            : new ChangeStepOwner(ID, id(), Owner.named(word()), at);
            case 25 -> new DropStep(ID, id(), word(), at);
            case 26 -> new TakeObligation(ID, id(), word(), word(), day(now), at);
            case 27 ->
                    random.nextBoolean()
                            ? new DischargeObligation(ID, id(), word(), at)
                            : new HandOverObligation(ID, id(), word(), word(), at);
            case 28 -> new RequestWaiver(ID, id(), criterion(), word(), day(now), at);
            case 29 -> new DecideWaiver(ID, id(), one(WaiverDecision.values()), word(), at);
            case 30 -> new AlignIncentive(ID, one(IncentiveActor.values()), word(), at);
            case 33, 34 ->
                    new FollowPlaybook(
                            ID,
                            List.of(
                                    new Chosen(id(), word(), Owner.named(word()), null),
                                    new Chosen(id(), word(), Owner.named(word()), day(now))),
                            at);
            case 36, 37 -> share(now, at);
            case 38 ->
                    random.nextInt(5) == 0
                            ? new DropObjective(ID, id(), word(), at)
                            : new MeasureKeyResult(ID, id(), word(), number(), word(), at);
            case 40 -> new ConfirmVerdict(ID, word(), null, at);
            case 41 -> new ConfirmExitTerms(ID, word(), null, at);
            case 39 -> new ConfirmObjective(ID, id(), one(Side.values()), word(), at);
            case 32 -> new AttestCriterion(ID, word(), word(), at);
            case 31 -> new AnnouncePartnership(ID, word(), day(now), at);
            default ->
                    random.nextBoolean()
                            ? new FundSeam(ID, Owner.named(word()), word(), at)
                            : new NotifyCustomers(ID, word(), day(now), at);
        };
    }

    /** With one key result, or the same twice. */
    private ShareObjective share(Instant now, @Nullable Instant at) {
        var keyResult = new KeyResult(word(), word(), "%", number(), number(), day(now));
        return new ShareObjective(
                ID,
                id(),
                word(),
                Collections.nCopies(random.nextInt(5) == 0 ? 2 : 1, keyResult),
                at);
    }

    /** Some are worth something, and some are somebody's doing. */
    RecordJointWin win(@Nullable Instant at) {
        var isWorth = random.nextBoolean();
        return new RecordJointWin(
                ID,
                word(),
                word(),
                word(),
                random.nextBoolean() ? null : one(Attribution.values()),
                isWorth ? BigDecimal.valueOf(1 + random.nextInt(3), random.nextInt(3)) : null,
                isWorth ? one(new String[] {"EUR", "JPY"}) : null,
                at);
    }

    private List<PromisedBend> bends(Instant now) {
        return random.nextBoolean()
                ? List.of()
                : List.of(new PromisedBend(id(), one(BendKind.values()).name(), word(), day(now)));
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

    private String criterion() {
        return Criteria.WAIVABLE.get(random.nextInt(Criteria.WAIVABLE.size()));
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(random.nextInt(-2, 3), random.nextInt(2));
    }

    private Instant day(Instant now) {
        return now.plus(Duration.ofDays(random.nextInt(-30, 120)));
    }

    private @Nullable Instant happened(Instant now) {
        return maybe(now.minus(Duration.ofDays(random.nextInt(40))));
    }

    private @Nullable Instant maybe(Instant at) {
        return random.nextInt(3) == 0 ? at : null;
    }
}
