package dev.headway.projections.questions.partnership;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a partnership beside its place in the portfolio, in the shape in which it was
 * told. Filled by {@link KnownPartnership} alone, one event after the other.
 */
final class KnownFacts {

    record Metric(String name, String unit, BigDecimal baseline, BigDecimal target) {}

    record LeverageClaim(
            String mechanism, String why, Metric metric, Instant dueOn, Instant claimedAt) {}

    record Screening(String disqualifier, String verdict, String note, Instant screenedAt) {}

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

    record PilotScope(String useCase, String successCriterion, Instant endsOn, Instant scopedAt) {}

    record Verdict(String verdict, String evidence, @Nullable Instant endsOn, Instant judgedAt) {}

    record SeamCheck(String verdict, String evidence, Instant checkedAt) {}

    record Rhythm(int everyDays, String forum, Instant agreedAt) {}

    record Consent(String by, String capacity, Instant consentedAt) {}

    record ExitTerms(String summary, int noticeDays, Instant agreedAt) {}

    record Touchpoint(String kind, String summary, @Nullable String with, Instant at) {}

    record Touchpoints(int count, List<Touchpoint> latest) {}

    record JointWin(String customer, String summary, String evidence, Instant at) {}

    record Measurement(BigDecimal value, String evidence, Instant at) {}

    record Obligation(
            String obligationId,
            String what,
            String owedTo,
            Instant dueOn,
            String status,
            @Nullable String how,
            @Nullable String to,
            @Nullable Instant settledAt) {}

    record Waiver(
            String waiverId,
            String criterion,
            String reason,
            Instant expiresOn,
            String requestedBy,
            String status,
            @Nullable String decidedBy,
            @Nullable String decision) {}

    record Incentive(String mechanism, Instant alignedAt) {}

    record Funding(String owner, String summary, Instant fundedAt) {}

    record CustomerNotice(String how, Instant notifiedOn) {}

    record Ending(@Nullable String reasonCode, String reason) {}

    record StageEntered(String stage, Instant since, @Nullable String reason) {}

    /** Every stage it ever entered, former lives included. */
    public List<StageEntered> stages = new ArrayList<>();

    /** Survive every move, and a revival. */
    public List<Obligation> obligations = new ArrayList<>();

    public @Nullable LeverageClaim leverageClaim;
    public List<Screening> screenings = new ArrayList<>();
    public @Nullable Timing timing;
    public List<Bend> bends = new ArrayList<>();
    public @Nullable Parking parking;

    public @Nullable PilotScope pilotScope;
    public @Nullable Verdict pilotVerdict;

    public Map<String, SeamCheck> seams = new LinkedHashMap<>();
    public @Nullable Rhythm rhythm;
    public Map<String, Consent> consents = new LinkedHashMap<>();
    public @Nullable ExitTerms exitTerms;

    public Touchpoints touchpoints = new Touchpoints(0, List.of());
    public List<JointWin> jointWins = new ArrayList<>();
    public List<Measurement> measurements = new ArrayList<>();
    public List<Waiver> waivers = new ArrayList<>();

    public Map<String, Incentive> incentives = new LinkedHashMap<>();
    public @Nullable Funding funding;
    public @Nullable CustomerNotice customerNotice;
    public @Nullable Ending ending;
}
