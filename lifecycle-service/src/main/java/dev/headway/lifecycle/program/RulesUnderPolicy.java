package dev.headway.lifecycle.program;

import dev.headway.projections.watching.tracking.WatchedPolicy;
import dev.headway.projections.watching.tracking.WhatWouldThisPolicyChange.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What another policy would change about rules, wherever they are watched. */
interface RulesUnderPolicy {

    /**
     * One for every rule that is watched.
     *
     * @param position what the caller wants to be heeded, as it was sent; null for what is known
     * @throws dev.headway.projections.http.Problem 503 when nobody can say
     */
    List<Difference> differences(WatchedPolicy policy, @Nullable String position);
}
