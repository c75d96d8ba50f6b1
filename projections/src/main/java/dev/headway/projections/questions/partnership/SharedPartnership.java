package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.contracts.written.Wording;
import dev.headway.projections.questions.nextsteps.Step;
import dev.headway.projections.questions.partnership.LaunchFacts.ExitTerms;
import dev.headway.projections.questions.partnership.LaunchFacts.Rhythm;
import dev.headway.projections.questions.partnership.LaunchFacts.SeamCheck;
import dev.headway.projections.questions.partnership.MotionFacts.JointWin;
import dev.headway.projections.questions.partnership.ObjectiveFacts.Objective;
import dev.headway.projections.questions.partnership.PilotFacts.PilotScope;
import dev.headway.projections.questions.partnership.PilotFacts.Verdict;
import dev.headway.projections.questions.partnership.ProspectFacts.Timing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The joint record of a partnership: what both sides have said and promised each other, as people
 * of the partner read it. Written field by field, so that what becomes known of a partnership later
 * is not in it before somebody puts it here.
 *
 * @param timing how we read their focus and readiness
 * @param steps of the present life, soonest due first
 * @param objectives those that nobody dropped
 */
record SharedPartnership(
        String id,
        String name,
        String partner,
        Stage stage,
        Instant stageSince,
        @Nullable SharedTiming timing,
        @Nullable PilotScope pilotScope,
        @Nullable SharedVerdict pilotVerdict,
        @Nullable Rhythm rhythm,
        Map<String, SeamCheck> seams,
        @Nullable SharedTerms exitTerms,
        List<SharedStep> steps,
        List<SharedObjective> objectives,
        List<SharedWin> jointWins) {

    record SharedTiming(String focus, boolean ready, Instant readAt) {

        private static @Nullable SharedTiming of(@Nullable Timing timing) {
            return timing == null
                    ? null
                    : new SharedTiming(
                            timing.partner().focus(), timing.partner().ready(), timing.readAt());
        }
    }

    /**
     * @param wording the sign of these words, for whoever confirms them
     */
    record SharedVerdict(
            String verdict,
            String evidence,
            @Nullable Instant endsOn,
            Instant judgedAt,
            String wording,
            @Nullable Confirmation confirmed) {

        private static @Nullable SharedVerdict of(@Nullable Verdict verdict) {
            return verdict == null
                    ? null
                    : new SharedVerdict(
                            verdict.verdict(),
                            verdict.evidence(),
                            verdict.endsOn(),
                            verdict.judgedAt(),
                            Wording.of(verdict.verdict(), verdict.evidence(), verdict.endsOn()),
                            verdict.confirmed());
        }
    }

    /**
     * @param wording the sign of these words, for whoever confirms them
     */
    record SharedTerms(
            String summary,
            int noticeDays,
            Instant agreedAt,
            String wording,
            @Nullable Confirmation confirmed) {

        private static @Nullable SharedTerms of(@Nullable ExitTerms terms) {
            return terms == null
                    ? null
                    : new SharedTerms(
                            terms.summary(),
                            terms.noticeDays(),
                            terms.agreedAt(),
                            Wording.of(terms.summary(), terms.noticeDays()),
                            terms.confirmed());
        }
    }

    /** Without what came of it, and why it slipped: that is told among ours. */
    record SharedStep(
            String stepId,
            String title,
            String owner,
            String side,
            Instant dueOn,
            String status,
            @Nullable Instant closedAt) {

        private static SharedStep of(Step step) {
            return new SharedStep(
                    step.stepId(),
                    step.title(),
                    step.owner(),
                    step.side(),
                    step.dueOn(),
                    step.status(),
                    step.closedAt());
        }
    }

    /**
     * @param wording the sign of its words, for whoever confirms them
     * @param confirmations by side, of these words
     */
    record SharedObjective(
            String objectiveId,
            String title,
            Instant sharedAt,
            String wording,
            Map<String, Confirmation> confirmations,
            List<SharedKeyResult> keyResults) {

        private static SharedObjective of(Objective objective) {
            return new SharedObjective(
                    objective.objectiveId(),
                    objective.title(),
                    objective.sharedAt(),
                    KeyResult.wording(objective.title(), objective.worded()),
                    objective.confirmations(),
                    objective.keyResults().stream().map(SharedKeyResult::of).toList());
        }
    }

    /**
     * @param value the newest, and when it was measured; null for none
     */
    record SharedKeyResult(
            String id,
            String name,
            String unit,
            BigDecimal baseline,
            BigDecimal target,
            Instant dueOn,
            @Nullable BigDecimal value,
            @Nullable Instant measuredAt,
            @Nullable Instant reachedAt) {

        private static SharedKeyResult of(KeyResultProgress progress) {
            var latest = progress.latest();
            return new SharedKeyResult(
                    progress.id(),
                    progress.name(),
                    progress.unit(),
                    progress.baseline(),
                    progress.target(),
                    progress.dueOn(),
                    latest == null ? null : latest.value(),
                    latest == null ? null : latest.at(),
                    progress.reachedAt());
        }
    }

    /** Whose doing it was, and what it is worth to us, is not theirs to read. */
    record SharedWin(String customer, String summary, String evidence, Instant at) {

        private static SharedWin of(JointWin win) {
            return new SharedWin(win.customer(), win.summary(), win.evidence(), win.at());
        }
    }

    static SharedPartnership of(KnownPartnership known) {
        var entry = known.entry();
        var facts = known.facts();
        return new SharedPartnership(
                entry.partnershipId(),
                entry.name(),
                entry.partner().name(),
                entry.stage(),
                entry.stageSince(),
                SharedTiming.of(facts.prospect().timing()),
                facts.pilot().pilotScope(),
                SharedVerdict.of(facts.pilot().pilotVerdict()),
                facts.launch().rhythm(),
                facts.launch().seams(),
                SharedTerms.of(facts.launch().exitTerms()),
                known.plan().steps().stream()
                        .sorted(Comparator.comparing(Step::dueOn).thenComparing(Step::stepId))
                        .map(SharedStep::of)
                        .toList(),
                facts.objectives().objectives().stream()
                        .filter(each -> each.status().equals("OPEN"))
                        .map(SharedObjective::of)
                        .toList(),
                facts.motion().jointWins().stream().map(SharedWin::of).toList());
    }

    /** How many steps of a side are open. */
    int open(Side side) {
        return (int)
                steps.stream()
                        .filter(each -> each.status().equals("OPEN"))
                        .filter(each -> each.side().equals(side.name()))
                        .count();
    }
}
