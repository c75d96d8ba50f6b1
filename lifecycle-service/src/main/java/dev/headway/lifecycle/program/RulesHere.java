package dev.headway.lifecycle.program;

import dev.headway.projections.watching.tracking.WatchedPolicy;
import dev.headway.projections.watching.tracking.WhatWouldThisPolicyChange;
import dev.headway.projections.watching.tracking.WhatWouldThisPolicyChange.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** By the watch of this process, which a call waits for before it gets here. */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", matchIfMissing = true)
class RulesHere implements RulesUnderPolicy {

    private final WhatWouldThisPolicyChange question;

    RulesHere(WhatWouldThisPolicyChange question) {
        this.question = question;
    }

    @Override
    public List<Difference> differences(WatchedPolicy policy, @Nullable String position) {
        return question.answer(policy.thresholds(), policy.patterns());
    }
}
