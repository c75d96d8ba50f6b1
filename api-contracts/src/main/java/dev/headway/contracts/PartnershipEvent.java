package dev.headway.contracts;

import dev.headway.contracts.verdicts.SeamVerdict;
import dev.headway.contracts.written.Personal;
import dev.headway.contracts.written.Wording;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of a partnership, in the order in which it is lived. Words are stored as strings,
 * days as instants at midnight UTC. Adding a field is allowed; changing a meaning is a new event.
 */
public sealed interface PartnershipEvent extends HeadwayEvent {

    // What an event touches, so that who cares for one thing need not list all the others

    /** The partnership is in a stage from here on. */
    sealed interface StageEntered extends PartnershipEvent {

        Stage stage();

        /** The same, as it was on another date. */
        StageEntered at(Instant effectiveAt);
    }

    /** A move forward, or into the end: through its gate, or ungated from an import's history. */
    sealed interface GatedMove extends StageEntered, MotionEvent {

        /** As it was judged; null for a move that an import brought. */
        @Nullable EvaluatedGate gate();
    }

    /** What was recorded and does not hold, or held at another time; said afterwards. */
    sealed interface CorrectionEvent extends PartnershipEvent {

        /** The event that is corrected, of the same partnership. */
        String eventId();

        String reason();
    }

    /** Whether it should be on record at all. */
    sealed interface VoidingEvent extends PartnershipEvent {}

    /** What it is called and which pattern it executes, as people or an import say; no motion. */
    sealed interface DescriptionEvent extends PartnershipEvent {}

    /** A prospect waits for its time. */
    sealed interface ParkingEvent extends PartnershipEvent {}

    /** What a yes owes; it survives every move. */
    sealed interface ObligationEvent extends PartnershipEvent {

        String obligationId();
    }

    /** What gates are judged on, for as long as the partnership's present life. */
    sealed interface EvidenceEvent extends PartnershipEvent {}

    /** The leverage that is claimed, and what is measured of it. */
    sealed interface LeverageEvent extends EvidenceEvent {}

    /** What bends for a strategic partner: promised with the classification, then delivered. */
    sealed interface BendEvent extends EvidenceEvent {}

    /** Who owns what. */
    sealed interface SeatEvent extends EvidenceEvent {

        String seat();
    }

    /** What the pilot is to prove, and what it proved. */
    sealed interface PilotEvent extends EvidenceEvent {}

    /** The plan. */
    sealed interface StepEvent extends EvidenceEvent {

        String stepId();
    }

    /** An exception, asked for and decided. */
    sealed interface WaiverEvent extends EvidenceEvent {

        String waiverId();
    }

    /** What both sides want to reach, and what shows that they do: shared OKRs. */
    sealed interface ObjectiveEvent extends EvidenceEvent {

        String objectiveId();
    }

    /** The partner's word for what one of ours recorded, in these words and no others. */
    sealed interface PartnersWord extends EvidenceEvent {

        /** Who gave it; who recorded it is beside the event. */
        String by();
    }

    /** An objective as it is worded: what is shared, changed and confirmed. */
    sealed interface WordedObjective extends ObjectiveEvent {

        String title();

        List<KeyResult> keyResults();

        /** The sign of these words. */
        default String wording() {
            return KeyResult.wording(title(), keyResults());
        }

        /** Whether it asks for the same, in the same words. */
        default boolean saysAs(String title, List<KeyResult> keyResults) {
            return title().equals(title) && KeyResult.sayTheSame(keyResults(), keyResults);
        }
    }

    /** All that may move the ghost clock; a seam moves it when it passes. */
    sealed interface MotionEvent extends PartnershipEvent
            permits TouchpointRecorded,
                    StepCompleted,
                    JointWinRecorded,
                    MeasurementTaken,
                    MotionImported,
                    PilotJudged,
                    SeamChecked,
                    GatedMove {}

    // Prospect: is there leverage, and is this the time?

    record PartnershipRegistered(
            String partnershipId,
            String name,
            String partnerName,
            String partnerType,
            @Nullable String partnerWebsite,
            @Nullable String segment,
            @Nullable String externalKey,
            Instant effectiveAt)
            implements StageEntered {
        @Override
        public Stage stage() {
            return Stage.PROSPECT;
        }

        @Override
        public PartnershipRegistered at(Instant effectiveAt) {
            return new PartnershipRegistered(
                    partnershipId,
                    name,
                    partnerName,
                    partnerType,
                    partnerWebsite,
                    segment,
                    externalKey,
                    effectiveAt);
        }
    }

    record PartnershipRenamed(String name, Instant effectiveAt) implements DescriptionEvent {}

    /** Whom it is with and how it is filed, all of it: what is null is none from now on. */
    record PartnerDescribed(
            String partnerName,
            String partnerType,
            @Nullable String partnerWebsite,
            @Nullable String segment,
            @Nullable String externalKey,
            Instant effectiveAt)
            implements DescriptionEvent {}

    /**
     * It is with this partner, whatever it is called here; with the one that its name leads to
     * again where that is null.
     */
    record PartnerAssigned(@Nullable String partnerId, Instant effectiveAt)
            implements DescriptionEvent {}

    record PatternChosen(String pattern, Instant effectiveAt) implements DescriptionEvent {}

    record LeverageClaimed(
            String mechanism,
            String why,
            String metricName,
            String metricUnit,
            BigDecimal baseline,
            BigDecimal target,
            Instant dueOn,
            Instant effectiveAt)
            implements LeverageEvent {}

    /**
     * @param statement the disqualifier as it was worded when it was answered; null in events from
     *     before wordings were kept, and for what is not in the program
     */
    record DisqualifierScreened(
            String disqualifier,
            @Nullable String statement,
            String verdict,
            String note,
            Instant effectiveAt)
            implements EvidenceEvent {}

    record TimingRead(
            String ourFocus,
            boolean oursReady,
            String partnerFocus,
            boolean partnerReady,
            Instant effectiveAt)
            implements EvidenceEvent {}

    record PartnershipClassified(
            String classification, List<PromisedBend> bends, Instant effectiveAt)
            implements BendEvent {

        /** What bends from here on: nothing, where it is transactional. */
        public List<PromisedBend> promised() {
            return classification.equals(Classification.STRATEGIC.name()) ? bends : List.of();
        }
    }

    record PromisedBend(String bendId, String bend, String what, Instant dueOn) {}

    record BendDelivered(String bendId, String evidence, Instant effectiveAt)
            implements BendEvent {}

    record ProspectParked(Instant until, String reason, Instant effectiveAt)
            implements ParkingEvent {}

    record ProspectUnparked(Instant effectiveAt) implements ParkingEvent {}

    // Who owns it

    /** {@code holderId} is a person of the directory, where the holder is one. */
    record SeatFilled(
            String seat,
            @Personal(id = "holderId") String holder,
            @Nullable String holderId,
            String side,
            Instant effectiveAt)
            implements SeatEvent {

        /** By somebody who is a name only. */
        public SeatFilled(String seat, String holder, String side, Instant effectiveAt) {
            this(seat, holder, null, side, effectiveAt);
        }
    }

    record SeatVacated(String seat, Instant effectiveAt) implements SeatEvent {}

    // Pilot: a narrow, winnable use case

    record PilotScoped(String useCase, String successCriterion, Instant endsOn, Instant effectiveAt)
            implements PilotEvent {}

    record PilotStarted(@Nullable EvaluatedGate gate, Instant effectiveAt) implements GatedMove {
        @Override
        public Stage stage() {
            return Stage.PILOT;
        }

        @Override
        public PilotStarted at(Instant effectiveAt) {
            return new PilotStarted(gate, effectiveAt);
        }
    }

    record PilotJudged(
            String verdict, String evidence, @Nullable Instant endsOn, Instant effectiveAt)
            implements PilotEvent, MotionEvent {

        /** The sign of these words. */
        public String wording() {
            return Wording.of(verdict, evidence, endsOn);
        }
    }

    /** The partner sees the pilot so as well. */
    record VerdictConfirmed(
            String verdict,
            String evidence,
            @Nullable Instant endsOn,
            @Personal String by,
            Instant effectiveAt)
            implements PartnersWord {

        /** Whether it is the word for this verdict. */
        public boolean isOf(PilotJudged judged) {
            return verdict.equals(judged.verdict())
                    && evidence.equals(judged.evidence())
                    && Objects.equals(endsOn, judged.endsOn());
        }
    }

    // Launch: the seams are the product

    record SeamChecked(String seam, String verdict, String evidence, Instant effectiveAt)
            implements EvidenceEvent, MotionEvent {}

    record RhythmAgreed(int everyDays, String forum, Instant effectiveAt)
            implements EvidenceEvent {}

    record TeamConsented(String team, @Personal String by, String capacity, Instant effectiveAt)
            implements EvidenceEvent {}

    record ExitTermsAgreed(String summary, int noticeDays, Instant effectiveAt)
            implements EvidenceEvent {

        /** The sign of these words. */
        public String wording() {
            return Wording.of(summary, noticeDays);
        }
    }

    /** The partner agreed to part so. */
    record ExitTermsConfirmed(
            String summary, int noticeDays, @Personal String by, Instant effectiveAt)
            implements PartnersWord {

        /** Whether it is the word for these terms. */
        public boolean isOf(ExitTermsAgreed terms) {
            return summary.equals(terms.summary()) && noticeDays == terms.noticeDays();
        }
    }

    record PartnershipLaunched(@Nullable EvaluatedGate gate, Instant effectiveAt)
            implements GatedMove {
        @Override
        public Stage stage() {
            return Stage.LAUNCH;
        }

        @Override
        public PartnershipLaunched at(Instant effectiveAt) {
            return new PartnershipLaunched(gate, effectiveAt);
        }
    }

    /** The world was told; a launch is approval, and not yet this. */
    record PartnershipAnnounced(String where, Instant announcedOn, Instant effectiveAt)
            implements EvidenceEvent {}

    // Motion, and the steps that keep it up

    record TouchpointRecorded(
            String kind, String summary, @Personal @Nullable String with, Instant effectiveAt)
            implements MotionEvent {}

    /**
     * @param attribution whether the partner brought the customer or helped to win them ({@link
     *     Attribution}), or null where nobody said so
     * @param amount what it is worth, in {@code currency}; both null where nobody said so
     * @param currency a code of ISO 4217
     */
    record JointWinRecorded(
            String customer,
            String summary,
            String evidence,
            @Nullable String attribution,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            Instant effectiveAt)
            implements EvidenceEvent, MotionEvent {

        /** Of which nobody said what it is worth, nor whose doing it was. */
        public JointWinRecorded(
                String customer, String summary, String evidence, Instant effectiveAt) {
            this(customer, summary, evidence, null, null, null, effectiveAt);
        }
    }

    record MeasurementTaken(BigDecimal value, String evidence, Instant effectiveAt)
            implements LeverageEvent, MotionEvent {}

    /**
     * What the newest row of an import said, and the rows before it where it said nothing; live
     * changes since are not undone by the same row.
     *
     * @param partnerName null in events from before all of a row was kept; then all that follows it
     *     up to {@code segment} is, and what the rows said of an end and of motion
     */
    record RowImported(
            String externalKey,
            String name,
            @Nullable String partnerName,
            @Nullable String partnerType,
            @Nullable String segment,
            @Personal @Nullable String owner,
            @Nullable String pattern,
            @Nullable String sunsetReason,
            @Nullable Instant lastMotionAt,
            Instant effectiveAt)
            implements DescriptionEvent {

        /** The same, said at another time. */
        public RowImported at(Instant effectiveAt) {
            return new RowImported(
                    externalKey,
                    name,
                    partnerName,
                    partnerType,
                    segment,
                    owner,
                    pattern,
                    sunsetReason,
                    lastMotionAt,
                    effectiveAt);
        }
    }

    record MotionImported(Instant effectiveAt) implements MotionEvent {}

    /**
     * @param ownerId a person of the directory, where the owner is one
     * @param playbook the stage whose playbook it is from; null for one that somebody thought of
     */
    record StepPlanned(
            String stepId,
            String title,
            @Personal(id = "ownerId") String owner,
            @Nullable String ownerId,
            String side,
            Instant dueOn,
            @Nullable String playbook,
            Instant effectiveAt)
            implements StepEvent {

        /** Owned by somebody who is a name only. */
        public StepPlanned(
                String stepId,
                String title,
                String owner,
                String side,
                Instant dueOn,
                Instant effectiveAt) {
            this(stepId, title, owner, null, side, dueOn, null, effectiveAt);
        }
    }

    record StepCompleted(String stepId, @Nullable String outcome, Instant effectiveAt)
            implements StepEvent, MotionEvent {}

    record StepRescheduled(String stepId, Instant dueOn, String reason, Instant effectiveAt)
            implements StepEvent {}

    record StepDropped(String stepId, String reason, Instant effectiveAt) implements StepEvent {}

    /** Somebody else owns the step now; {@code ownerId} as of {@code StepPlanned}. */
    record StepOwnerChanged(
            String stepId,
            @Personal(id = "ownerId") String owner,
            @Nullable String ownerId,
            Instant effectiveAt)
            implements StepEvent {}

    /**
     * One of the program's own criteria is met.
     *
     * @param statement the criterion as it was worded then
     */
    record CriterionAttested(
            String criterion, String statement, String evidence, Instant effectiveAt)
            implements EvidenceEvent {}

    // What both want to reach

    /**
     * What shows that an objective is reached.
     *
     * @param id given by whoever shares the objective; it stays while words and numbers change
     */
    record KeyResult(
            String id,
            String name,
            String unit,
            BigDecimal baseline,
            BigDecimal target,
            Instant dueOn) {

        /** Whether a value reaches the target, the way it points. */
        public boolean reachedBy(BigDecimal value) {
            var direction = target.compareTo(baseline);
            var beyond = value.compareTo(target);
            return beyond == 0 || Integer.signum(beyond) == Integer.signum(direction);
        }

        private boolean saysAs(KeyResult other) {
            return id.equals(other.id)
                    && name.equals(other.name)
                    && unit.equals(other.unit)
                    && baseline.compareTo(other.baseline) == 0
                    && target.compareTo(other.target) == 0
                    && dueOn.equals(other.dueOn);
        }

        /** The sign of an objective with these key results, whatever their order. */
        public static String wording(String title, List<KeyResult> keyResults) {
            return Wording.of(
                    title,
                    keyResults.stream()
                            .sorted(Comparator.comparing(KeyResult::id))
                            .map(
                                    each ->
                                            Wording.of(
                                                    each.id,
                                                    each.name,
                                                    each.unit,
                                                    written(each.baseline),
                                                    written(each.target),
                                                    each.dueOn))
                            .toList());
        }

        private static String written(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }

        /** However numbers are written, and in which order they stand. */
        static boolean sayTheSame(List<KeyResult> some, List<KeyResult> others) {
            return some.size() == others.size()
                    && some.stream().allMatch(one -> others.stream().anyMatch(one::saysAs));
        }
    }

    /** What both sides are to work for; nobody has confirmed it yet. */
    record ObjectiveShared(
            String objectiveId, String title, List<KeyResult> keyResults, Instant effectiveAt)
            implements WordedObjective {}

    /** All of it as it is from now on; to be confirmed again. */
    record ObjectiveChanged(
            String objectiveId, String title, List<KeyResult> keyResults, Instant effectiveAt)
            implements WordedObjective {}

    /** Where a key result stands. */
    record KeyResultMeasured(
            String objectiveId,
            String keyResultId,
            BigDecimal value,
            @Nullable String evidence,
            Instant effectiveAt)
            implements ObjectiveEvent {}

    /**
     * One side works for it, in these words and no others.
     *
     * @param side whose word it is ({@link Side})
     * @param by who gave it; who recorded it is beside the event
     */
    record ObjectiveConfirmed(
            String objectiveId,
            String title,
            List<KeyResult> keyResults,
            String side,
            @Personal String by,
            Instant effectiveAt)
            implements WordedObjective {}

    record ObjectiveDropped(String objectiveId, String reason, Instant effectiveAt)
            implements ObjectiveEvent {}

    // What a yes owes

    record ObligationTaken(
            String obligationId,
            String what,
            @Personal String owedTo,
            Instant dueOn,
            Instant effectiveAt)
            implements ObligationEvent {}

    record ObligationDischarged(String obligationId, String how, Instant effectiveAt)
            implements ObligationEvent {}

    record ObligationHandedOver(
            String obligationId, @Personal String to, String how, Instant effectiveAt)
            implements ObligationEvent {}

    // The pile of exceptions

    record WaiverRequested(
            String waiverId,
            String criterion,
            String reason,
            Instant expiresOn,
            String requestedBy,
            @Nullable String requestedById,
            @Personal(id = "requestedById") @Nullable String requestedByName,
            Instant effectiveAt)
            implements WaiverEvent {

        /** As it was recorded before people were known. */
        public WaiverRequested(
                String waiverId,
                String criterion,
                String reason,
                Instant expiresOn,
                String requestedBy,
                Instant effectiveAt) {
            this(waiverId, criterion, reason, expiresOn, requestedBy, null, null, effectiveAt);
        }
    }

    record WaiverGranted(
            String waiverId,
            String reason,
            String grantedBy,
            @Nullable String grantedById,
            @Personal(id = "grantedById") @Nullable String grantedByName,
            Instant effectiveAt)
            implements WaiverEvent {

        /** As it was recorded before people were known. */
        public WaiverGranted(
                String waiverId, String reason, String grantedBy, Instant effectiveAt) {
            this(waiverId, reason, grantedBy, null, null, effectiveAt);
        }
    }

    record WaiverRefused(
            String waiverId,
            String reason,
            String refusedBy,
            @Nullable String refusedById,
            @Personal(id = "refusedById") @Nullable String refusedByName,
            Instant effectiveAt)
            implements WaiverEvent {

        /** As it was recorded before people were known. */
        public WaiverRefused(
                String waiverId, String reason, String refusedBy, Instant effectiveAt) {
            this(waiverId, reason, refusedBy, null, null, effectiveAt);
        }
    }

    // Scale, and the end

    record IncentiveAligned(String actor, String mechanism, Instant effectiveAt)
            implements EvidenceEvent {}

    /** {@code ownerId} is a person of the directory, where the owner is one. */
    record SeamFunded(
            @Personal(id = "ownerId") String owner,
            @Nullable String ownerId,
            String summary,
            Instant effectiveAt)
            implements EvidenceEvent {

        /** By somebody who is a name only. */
        public SeamFunded(String owner, String summary, Instant effectiveAt) {
            this(owner, null, summary, effectiveAt);
        }
    }

    record PartnershipScaled(@Nullable EvaluatedGate gate, Instant effectiveAt)
            implements GatedMove {
        @Override
        public Stage stage() {
            return Stage.SCALED;
        }

        @Override
        public PartnershipScaled at(Instant effectiveAt) {
            return new PartnershipScaled(gate, effectiveAt);
        }
    }

    record PartnershipSteppedBack(String from, String to, String reason, Instant effectiveAt)
            implements StageEntered {
        @Override
        public Stage stage() {
            return Stage.valueOf(to);
        }

        @Override
        public PartnershipSteppedBack at(Instant effectiveAt) {
            return new PartnershipSteppedBack(from, to, reason, effectiveAt);
        }
    }

    record CustomersNotified(String how, Instant notifiedOn, Instant effectiveAt)
            implements EvidenceEvent {}

    record PartnershipSunset(
            @Nullable String reasonCode,
            String reason,
            @Nullable EvaluatedGate gate,
            Instant effectiveAt)
            implements GatedMove {
        @Override
        public Stage stage() {
            return Stage.SUNSET;
        }

        @Override
        public PartnershipSunset at(Instant effectiveAt) {
            return new PartnershipSunset(reasonCode, reason, gate, effectiveAt);
        }
    }

    record PartnershipRevived(String reason, Instant effectiveAt) implements StageEntered {
        @Override
        public Stage stage() {
            return Stage.PROSPECT;
        }

        @Override
        public PartnershipRevived at(Instant effectiveAt) {
            return new PartnershipRevived(reason, effectiveAt);
        }
    }

    // Put right

    /** It never held, whatever it is named after: its kind, as {@code TouchpointRecorded}. */
    record FactWithdrawn(String eventId, String fact, String reason, Instant effectiveAt)
            implements CorrectionEvent {}

    /** A move was made on another date, between its neighbours. */
    record MoveDateCorrected(String eventId, Instant movedAt, String reason, Instant effectiveAt)
            implements CorrectionEvent {}

    /** It should never have been registered; the twin that stays, if there is one. */
    record PartnershipVoided(String reason, @Nullable String twinOf, Instant effectiveAt)
            implements VoidingEvent {}

    record PartnershipUnvoided(Instant effectiveAt) implements VoidingEvent {}

    /**
     * A move that was asked for and not made: {@code UNMET} criteria, or an {@code ILLEGAL} skip.
     */
    record MoveRefused(
            String from,
            String to,
            String refusal,
            @Nullable EvaluatedGate gate,
            Instant effectiveAt)
            implements PartnershipEvent {}

    /**
     * Whether this event moves the ghost clock. An allow-list: plans, notes, edits, re-owning and
     * waivers are not motion; a stage move is motion when a gate, or the history that an import
     * brought, stands behind it; stepping back and reviving are not.
     */
    default boolean isMotion() {
        return switch (this) {
            case SeamChecked seam -> seam.verdict().equals(SeamVerdict.PASS.name());
            case MotionEvent _ -> true;
            case StageEntered _,
                    DescriptionEvent _,
                    EvidenceEvent _,
                    ObligationEvent _,
                    ParkingEvent _ ->
                    false;
            case CorrectionEvent _, VoidingEvent _, MoveRefused _ -> false;
        };
    }
}
