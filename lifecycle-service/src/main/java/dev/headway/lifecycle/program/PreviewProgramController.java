package dev.headway.lifecycle.program;

import dev.headway.lifecycle.http.Call;
import dev.headway.projections.asking.ReadsFrom;
import dev.headway.projections.watching.WhatWouldThisPolicyChange;
import dev.headway.projections.watching.WhatWouldThisPolicyChange.Difference;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what a change of the program would do, and refuses the changes that PUT would refuse.
 * Stores nothing, an idempotency key included.
 */
@RestController
class PreviewProgramController {

    private final WhatWouldThisPolicyChange question;

    PreviewProgramController(WhatWouldThisPolicyChange question) {
        this.question = question;
    }

    /** One item for every rule that is watched. */
    record Preview(List<Difference> items) {}

    @ReadsFrom(WhatWouldThisPolicyChange.READS_FROM)
    @PostMapping("/api/v1/program/preview")
    Preview preview(@Valid @RequestBody ProgramDocument wanted, Call call) {
        return new Preview(question.answer(wanted.change(call.ifMatch()).thresholds()));
    }
}
