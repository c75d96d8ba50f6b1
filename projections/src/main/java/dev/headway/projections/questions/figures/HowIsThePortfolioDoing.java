package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.PartnershipEvents;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How is the program itself doing? It tells on itself: what stalls, fades, or was only promised.
 */
@RestController
class HowIsThePortfolioDoing implements Projection {

    static final String NAME = "portfolio-figures";

    private final FigureTables tables;
    private final StageFigures stages;
    private final LaunchFigures launches;
    private final FirstUseFigures firstUses;
    private final PromiseFigures promises;
    private final WhatDoesTheProgramAskFor program;
    private final Clock clock;

    HowIsThePortfolioDoing(
            FigureTables tables,
            StageFigures stages,
            LaunchFigures launches,
            FirstUseFigures firstUses,
            PromiseFigures promises,
            WhatDoesTheProgramAskFor program,
            Clock clock) {
        this.tables = tables;
        this.stages = stages;
        this.launches = launches;
        this.firstUses = firstUses;
        this.promises = promises;
        this.program = program;
        this.clock = clock;
    }

    /**
     * The figures.
     *
     * @param at the instant they are of
     */
    record Answer(
            Instant at,
            List<StageFigures.InStage> stages,
            List<LaunchFigures.Cohort> survival,
            FirstUseFigures.FirstUse firstUse,
            PromiseFigures.Claims claims,
            PromiseFigures.Exceptions exceptions,
            PromiseFigures.InNameOnly strategicWithoutBend) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("stage_entry", "motion", "life_figures");
    }

    @Override
    public BatchHandler open() {
        return new BatchHandler() {
            @Override
            public void on(List<RecordedEvent> page) {
                handle(page);
            }

            @Override
            public void restate(Restatement restatement) {
                tables.delete(restatement.partnershipId());
                tables.insertMotions(
                        PartnershipEvents.in(restatement.counting(), PartnershipEvent::isMotion));
                storeLives(PartnershipEvents.in(restatement.counting(), LifeFigures::dependsOn));
            }
        };
    }

    private void handle(List<RecordedEvent> page) {
        tables.storeMotions(PartnershipEvents.in(page, PartnershipEvent::isMotion));
        storeLives(PartnershipEvents.in(page, LifeFigures::dependsOn));
    }

    private void storeLives(List<RecordedEvent> events) {
        if (!events.isEmpty()) {
            tables.storeEntries(events.stream().flatMap(FigureTables.StageEntry::of).toList());
            tables.storeLives(
                    LifeFigures.evolveAll(
                            tables.livesOf(PartnershipEvents.partnerships(events)), events));
        }
    }

    @MayRead
    @ReadsFrom({NAME, WhatDoesTheProgramAskFor.NAME})
    @GetMapping("/api/v1/portfolio")
    Answer answer() {
        var now = clock.instant();
        return new Answer(
                now,
                stages.at(now),
                launches.survival(program.thresholds(), now),
                firstUses.firstUse(),
                promises.claims(now),
                promises.exceptions(now),
                promises.strategicWithoutBend());
    }
}
