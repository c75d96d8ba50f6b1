package dev.headway.lifecycle.program;

import dev.headway.lifecycle.commands.ExpectedVersions;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.querying.ReadYourWrites;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.portfolio.HowManyPilotsRun;
import dev.headway.projections.questions.portfolio.HowManyPilotsRun.Over;
import dev.headway.projections.questions.portfolio.WhoWouldBeAsked;
import dev.headway.projections.questions.portfolio.WhoWouldBeAsked.AskedOf;
import dev.headway.projections.watching.tracking.WatchedPolicy;
import dev.headway.projections.watching.tracking.WhatWouldThisPolicyChange;
import dev.headway.projections.watching.tracking.WhatWouldThisPolicyChange.Difference;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Previews what a change of the program would do, and refuses the changes that PUT would refuse.
 * Changes nothing; an answer that was given under an idempotency key stays as it was.
 */
@RestController
class PreviewProgramController {

    private final RulesUnderPolicy rules;
    private final HowManyPilotsRun pilots;
    private final WhoWouldBeAsked asked;
    private final CommandResponder responder;
    private final JsonMapper json;

    PreviewProgramController(
            RulesUnderPolicy rules,
            HowManyPilotsRun pilots,
            WhoWouldBeAsked asked,
            CommandResponder responder,
            JsonMapper json) {
        this.rules = rules;
        this.pilots = pilots;
        this.asked = asked;
        this.responder = responder;
        this.json = json;
    }

    /**
     * One item for every rule that is watched.
     *
     * @param pilots where more would run than the limits let; null where nothing is limited
     * @param criteria whom the program's own would be asked of; null where there are none
     */
    record Preview(
            List<Difference> items,
            @Nullable List<Over> pilots,
            @Nullable List<AskedOf> criteria) {}

    @ReadsFrom(WhatWouldThisPolicyChange.READS_FROM)
    @PostMapping("/api/v1/program/preview")
    ResponseEntity<byte[]> preview(
            @Valid @RequestBody ProgramDocument wanted,
            @RequestHeader(name = ReadYourWrites.HEADER, required = false)
                    @Nullable String position,
            RequestContext context) {
        return responder.answer(
                context.idempotent(),
                () ->
                        RenderedResponse.json(
                                HttpStatus.OK,
                                preview(wanted, context.expectedVersions(), position)));
    }

    private String preview(
            ProgramDocument wanted, @Nullable ExpectedVersions seen, @Nullable String position) {
        var change = wanted.change(seen);
        var differences =
                rules.differences(
                        new WatchedPolicy(change.thresholds(), change.patterns()), position);
        var limits = change.pilotLimits();
        return json.writeValueAsString(
                new Preview(
                        differences,
                        limits.isEmpty() ? null : pilots.over(limits),
                        change.criteria().isEmpty() ? null : asked.of(change.criteria())));
    }
}
