package dev.headway.lifecycle.program;

import dev.headway.lifecycle.http.Call;
import dev.headway.lifecycle.http.Commands;
import dev.headway.lifecycle.http.Reply;
import dev.headway.projections.asking.ReadsFrom;
import dev.headway.projections.watching.WhatWouldThisPolicyChange;
import dev.headway.projections.watching.WhatWouldThisPolicyChange.Difference;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what a change of the program would do, and refuses the changes that PUT would refuse.
 * Changes nothing; an answer that was given under an idempotency key stays as it was.
 */
@RestController
class PreviewProgramController {

    private final WhatWouldThisPolicyChange question;
    private final Commands commands;
    private final JsonMapper json;

    PreviewProgramController(
            WhatWouldThisPolicyChange question, Commands commands, JsonMapper json) {
        this.question = question;
        this.commands = commands;
        this.json = json;
    }

    /** One item for every rule that is watched. */
    record Preview(List<Difference> items) {}

    @ReadsFrom(WhatWouldThisPolicyChange.READS_FROM)
    @PostMapping("/api/v1/program/preview")
    ResponseEntity<byte[]> preview(@Valid @RequestBody ProgramDocument wanted, Call call) {
        return commands.answer(
                call.repeatable(), () -> Reply.told(preview(wanted, call.ifMatch())));
    }

    private String preview(ProgramDocument wanted, @Nullable Long seen) {
        var change = wanted.change(seen);
        var differences = question.answer(change.thresholds(), change.patterns());
        return json.writeValueAsString(new Preview(differences));
    }
}
