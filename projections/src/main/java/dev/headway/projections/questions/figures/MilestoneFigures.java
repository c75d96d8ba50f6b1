package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.PartnershipEvent.PartnershipAnnounced;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.projections.questions.FirstUse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When in a life what counts from there was there.
 *
 * @param followedAt since when a step of a playbook has been planned, or null
 */
record MilestoneFigures(
        @Nullable Instant firstUseAt, @Nullable Instant announcedOn, @Nullable Instant followedAt) {

    static final MilestoneFigures NONE = new MilestoneFigures(null, null, null);

    static boolean isOfPlaybook(StepPlanned step) {
        return step.playbook() != null;
    }

    MilestoneFigures evolve(JointWinRecorded win) {
        return new MilestoneFigures(
                FirstUse.earlier(firstUseAt, win.effectiveAt()), announcedOn, followedAt);
    }

    MilestoneFigures evolve(PartnershipAnnounced announced) {
        return new MilestoneFigures(firstUseAt, announced.announcedOn(), followedAt);
    }

    MilestoneFigures evolve(StepPlanned step) {
        return isOfPlaybook(step)
                ? new MilestoneFigures(
                        firstUseAt, announcedOn, FirstUse.earlier(followedAt, step.effectiveAt()))
                : this;
    }
}
