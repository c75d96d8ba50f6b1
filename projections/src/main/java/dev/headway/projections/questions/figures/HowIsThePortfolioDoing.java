package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.ReadYourWrites;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.PartnershipEvents;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * How is the program itself doing? It tells on itself: what stalls, fades, or was only promised.
 */
@RestController
public class HowIsThePortfolioDoing implements Projection {

    public static final String NAME = "portfolio-figures";

    private final FigureTables tables;
    private final FigureChanges changes;
    private final SharedFigures figures;

    HowIsThePortfolioDoing(FigureTables tables, FigureChanges changes, SharedFigures figures) {
        this.tables = tables;
        this.changes = changes;
        this.figures = figures;
    }

    /**
     * The figures.
     *
     * @param at the instant they are of
     * @param announcements null while nothing was ever announced
     * @param playbooks null while none was ever followed
     */
    public record Answer(
            Instant at,
            List<StageFigures.InStage> stages,
            List<LaunchFigures.Cohort> survival,
            FirstUseFigures.SinceLaunch firstUse,
            FirstUseFigures.@Nullable SinceAnnounced announcements,
            PlaybookFigures.@Nullable Compared playbooks,
            PromiseFigures.Claims claims,
            PromiseFigures.Exceptions exceptions,
            PromiseFigures.InNameOnly strategicWithoutBend) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("stage_entry", "motion", "life_figures", "figure_change");
    }

    @Override
    public BatchHandler open() {
        return BatchHandler.of(this::handle, this::restate);
    }

    private void handle(List<RecordedEvent> page) {
        var motions = PartnershipEvents.in(page, PartnershipEvent::isMotion);
        tables.storeMotions(motions);
        var events = PartnershipEvents.in(page, LifeFigures::dependsOn);
        storeLives(events);
        var changed = PartnershipEvents.partnerships(motions);
        changed.addAll(PartnershipEvents.partnerships(events));
        if (!changed.isEmpty()) {
            changes.add(changed);
        }
    }

    private void restate(Restatement restatement) {
        tables.delete(restatement.partnershipId());
        tables.insertMotions(
                PartnershipEvents.in(restatement.counting(), PartnershipEvent::isMotion));
        storeLives(PartnershipEvents.in(restatement.counting(), LifeFigures::dependsOn));
        changes.add(List.of(restatement.partnershipId()));
    }

    private void storeLives(List<RecordedEvent> events) {
        if (!events.isEmpty()) {
            tables.storeEntries(events.stream().flatMap(FigureTables.StageEntry::of).toList());
            tables.storeLives(
                    LifeFigures.evolveAll(
                            tables.livesOf(PartnershipEvents.partnerships(events)), events));
        }
    }

    /** As of now, or of half a second ago. */
    public Answer now() {
        return figures.asOf(0).answer();
    }

    @MayRead
    @ReadsFrom({NAME, WhatDoesTheProgramAskFor.NAME})
    @GetMapping("/api/v1/portfolio")
    Answer answer(
            @RequestHeader(name = ReadYourWrites.HEADER, defaultValue = "0") long position,
            HttpServletResponse response) {
        var shared = figures.asOf(position);
        response.setHeader(ReadYourWrites.HEADER, Long.toString(shared.position()));
        return shared.answer();
    }
}
