package dev.headway.projections.questions.program;

import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.querying.AsOf;
import org.springframework.stereotype.Component;

/**
 * After how long the program let each rule be due at some time; asked by those who tell how things
 * stood, so that another policy does not change the past. Read from the log: changes are few.
 */
@Component
public class WhatDidTheProgramAskFor {

    private static final String STREAM = "program";

    private final EventLog log;

    public WhatDidTheProgramAskFor(EventLog log) {
        this.log = log;
    }

    public Thresholds thresholds(AsOf asOf) {
        return log.ofStream(STREAM, Long.MAX_VALUE).stream()
                .filter(each -> asOf.has(each.event().effectiveAt(), each.recordedAt()))
                .map(each -> new Thresholds(((ProgramChanged) each.event()).thresholds()))
                .reduce((_, later) -> later)
                .orElse(Thresholds.DEFAULT);
    }
}
