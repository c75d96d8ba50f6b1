package dev.headway.projections.questions.figures;

import dev.headway.contracts.Stage;
import dev.headway.projections.questions.figures.BendFigures.Bend;
import dev.headway.projections.questions.figures.ExceptionFigures.Waiver;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code life_figures}: the life as it is stored, flat, and what follows from it. */
record LifeRow(State facts, boolean bendDelivered, boolean claimSettled) {

    static LifeRow of(LifeFigures life) {
        return new LifeRow(
                State.of(life),
                life.soFar().bends().isAnyDelivered(),
                life.soFar().claim().measured().reachTarget());
    }

    /** Column {@code facts}. */
    record State(
            String partnershipId,
            int life,
            long version,
            Stage stage,
            @Nullable String pattern,
            @Nullable String classification,
            List<Bend> bends,
            ClaimFigures claim,
            @Nullable Instant firstUseAt,
            @Nullable Instant announcedOn,
            @Nullable Instant followedAt,
            List<Waiver> waivers) {

        static State of(LifeFigures life) {
            var soFar = life.soFar();
            return new State(
                    life.partnershipId(),
                    life.number(),
                    life.version(),
                    soFar.stage(),
                    soFar.pattern(),
                    soFar.bends().classification(),
                    soFar.bends().bends(),
                    soFar.claim(),
                    soFar.milestones().firstUseAt(),
                    soFar.milestones().announcedOn(),
                    soFar.milestones().followedAt(),
                    soFar.exceptions().waivers());
        }

        LifeFigures toFigures() {
            return new LifeFigures(
                    partnershipId,
                    life,
                    version,
                    new LifeSoFar(
                            stage,
                            pattern,
                            new BendFigures(classification, bends),
                            claim,
                            new MilestoneFigures(firstUseAt, announcedOn, followedAt),
                            new ExceptionFigures(waivers)));
        }
    }
}
