package dev.headway.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of a partnership, in the order in which it is lived. Words are stored as strings,
 * days as instants at midnight UTC. Adding a field is allowed; changing a meaning is a new event.
 */
public sealed interface PartnershipEvent extends HeadwayEvent {

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
            implements PartnershipEvent {}

    record PartnershipRenamed(String name, Instant effectiveAt) implements PartnershipEvent {}

    record PatternChosen(String pattern, Instant effectiveAt) implements PartnershipEvent {}

    record LeverageClaimed(
            String mechanism,
            String why,
            String metricName,
            String metricUnit,
            BigDecimal baseline,
            BigDecimal target,
            Instant dueOn,
            Instant effectiveAt)
            implements PartnershipEvent {}

    record DisqualifierScreened(
            String disqualifier, String verdict, String note, Instant effectiveAt)
            implements PartnershipEvent {}

    record TimingRead(
            String ourFocus,
            boolean oursReady,
            String partnerFocus,
            boolean partnerReady,
            Instant effectiveAt)
            implements PartnershipEvent {}

    record PartnershipClassified(
            String classification, List<PromisedBend> bends, Instant effectiveAt)
            implements PartnershipEvent {}

    record PromisedBend(String bendId, String bend, String what, Instant dueOn) {}

    record BendDelivered(String bendId, String evidence, Instant effectiveAt)
            implements PartnershipEvent {}

    record ProspectParked(Instant until, String reason, Instant effectiveAt)
            implements PartnershipEvent {}

    record ProspectUnparked(Instant effectiveAt) implements PartnershipEvent {}

    // Who owns it

    record SeatFilled(String seat, String holder, String side, Instant effectiveAt)
            implements PartnershipEvent {}

    record SeatVacated(String seat, Instant effectiveAt) implements PartnershipEvent {}

    // Pilot: a narrow, winnable use case

    record PilotScoped(String useCase, String successCriterion, Instant endsOn, Instant effectiveAt)
            implements PartnershipEvent {}

    record PilotStarted(@Nullable EvaluatedGate gate, Instant effectiveAt)
            implements PartnershipEvent {}

    record PilotJudged(
            String verdict, String evidence, @Nullable Instant endsOn, Instant effectiveAt)
            implements PartnershipEvent {}

    // Launch: the seams are the product

    record SeamChecked(String seam, String verdict, String evidence, Instant effectiveAt)
            implements PartnershipEvent {}

    record RhythmAgreed(int everyDays, String forum, Instant effectiveAt)
            implements PartnershipEvent {}

    record TeamConsented(String team, String by, String capacity, Instant effectiveAt)
            implements PartnershipEvent {}

    record ExitTermsAgreed(String summary, int noticeDays, Instant effectiveAt)
            implements PartnershipEvent {}

    record PartnershipLaunched(@Nullable EvaluatedGate gate, Instant effectiveAt)
            implements PartnershipEvent {}

    // Motion, and the steps that keep it up

    record TouchpointRecorded(
            String kind, String summary, @Nullable String with, Instant effectiveAt)
            implements PartnershipEvent {}

    record JointWinRecorded(String customer, String summary, String evidence, Instant effectiveAt)
            implements PartnershipEvent {}

    record MeasurementTaken(BigDecimal value, String evidence, Instant effectiveAt)
            implements PartnershipEvent {}

    /** What the newest row of an import said; live changes since are not undone by the same row. */
    record RowImported(
            String externalKey,
            String name,
            @Nullable String owner,
            @Nullable String pattern,
            Instant effectiveAt)
            implements PartnershipEvent {}

    record MotionImported(Instant effectiveAt) implements PartnershipEvent {}

    record StepPlanned(
            String stepId,
            String title,
            String owner,
            String side,
            Instant dueOn,
            Instant effectiveAt)
            implements PartnershipEvent {}

    record StepCompleted(String stepId, @Nullable String outcome, Instant effectiveAt)
            implements PartnershipEvent {}

    record StepRescheduled(String stepId, Instant dueOn, String reason, Instant effectiveAt)
            implements PartnershipEvent {}

    record StepDropped(String stepId, String reason, Instant effectiveAt)
            implements PartnershipEvent {}

    // What a yes owes

    record ObligationTaken(
            String obligationId, String what, String owedTo, Instant dueOn, Instant effectiveAt)
            implements PartnershipEvent {}

    record ObligationDischarged(String obligationId, String how, Instant effectiveAt)
            implements PartnershipEvent {}

    record ObligationHandedOver(String obligationId, String to, String how, Instant effectiveAt)
            implements PartnershipEvent {}

    // The pile of exceptions

    record WaiverRequested(
            String waiverId,
            String criterion,
            String reason,
            Instant expiresOn,
            String requestedBy,
            Instant effectiveAt)
            implements PartnershipEvent {}

    record WaiverGranted(String waiverId, String reason, String grantedBy, Instant effectiveAt)
            implements PartnershipEvent {}

    record WaiverRefused(String waiverId, String reason, String refusedBy, Instant effectiveAt)
            implements PartnershipEvent {}

    // Scale, and the end

    record IncentiveAligned(String actor, String mechanism, Instant effectiveAt)
            implements PartnershipEvent {}

    record SeamFunded(String owner, String summary, Instant effectiveAt)
            implements PartnershipEvent {}

    record PartnershipScaled(@Nullable EvaluatedGate gate, Instant effectiveAt)
            implements PartnershipEvent {}

    record PartnershipSteppedBack(String from, String to, String reason, Instant effectiveAt)
            implements PartnershipEvent {}

    record CustomersNotified(String how, Instant notifiedOn, Instant effectiveAt)
            implements PartnershipEvent {}

    record PartnershipSunset(
            @Nullable String reasonCode,
            String reason,
            @Nullable EvaluatedGate gate,
            Instant effectiveAt)
            implements PartnershipEvent {}

    record PartnershipRevived(String reason, Instant effectiveAt) implements PartnershipEvent {}

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
            case TouchpointRecorded _,
                    StepCompleted _,
                    JointWinRecorded _,
                    MeasurementTaken _,
                    MotionImported _,
                    PilotJudged _,
                    PilotStarted _,
                    PartnershipLaunched _,
                    PartnershipScaled _,
                    PartnershipSunset _ ->
                    true;
            case SeamChecked seam -> seam.verdict().equals(SeamVerdict.PASS.name());
            case PartnershipRegistered _,
                    RowImported _,
                    PartnershipRenamed _,
                    PatternChosen _,
                    LeverageClaimed _,
                    DisqualifierScreened _,
                    TimingRead _,
                    PartnershipClassified _,
                    BendDelivered _,
                    ProspectParked _,
                    ProspectUnparked _,
                    SeatFilled _,
                    SeatVacated _,
                    PilotScoped _,
                    RhythmAgreed _,
                    TeamConsented _,
                    ExitTermsAgreed _,
                    StepPlanned _,
                    StepRescheduled _,
                    StepDropped _,
                    ObligationTaken _,
                    ObligationDischarged _,
                    ObligationHandedOver _,
                    WaiverRequested _,
                    WaiverGranted _,
                    WaiverRefused _,
                    IncentiveAligned _,
                    SeamFunded _,
                    PartnershipSteppedBack _,
                    CustomersNotified _,
                    PartnershipRevived _,
                    MoveRefused _ ->
                    false;
        };
    }
}
