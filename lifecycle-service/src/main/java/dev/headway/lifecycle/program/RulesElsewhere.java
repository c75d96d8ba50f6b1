package dev.headway.lifecycle.program;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.headway.lifecycle.elsewhere.ProjectionNodes;
import dev.headway.projections.querying.ReadYourWrites;
import dev.headway.projections.watching.tracking.WatchedPolicy;
import dev.headway.projections.watching.tracking.WhatWouldThisPolicyChange.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** By the watch of projection nodes. */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", havingValue = false)
class RulesElsewhere implements RulesUnderPolicy {

    private final ProjectionNodes nodes;

    RulesElsewhere(ProjectionNodes nodes) {
        this.nodes = nodes;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(List<Difference> items) {}

    @Override
    public List<Difference> differences(WatchedPolicy policy, @Nullable String position) {
        var heeded = position == null ? 0 : ReadYourWrites.position(position);
        return nodes.find("/rules/preview", policy.parameters(), heeded, Told.class)
                .orElseThrow()
                .items();
    }
}
