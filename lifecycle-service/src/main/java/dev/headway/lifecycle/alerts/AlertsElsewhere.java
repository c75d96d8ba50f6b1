package dev.headway.lifecycle.alerts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.headway.lifecycle.elsewhere.ProjectionNodes;
import dev.headway.projections.watching.alerts.AlertLookup;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Alerts where projection nodes notice them. An alert has the same id on every node that notices
 * it.
 */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", havingValue = false)
class AlertsElsewhere implements AlertLookup {

    private final ProjectionNodes nodes;

    AlertsElsewhere(ProjectionNodes nodes) {
        this.nodes = nodes;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(UUID id, String partnershipId, String rule, String status, long version) {}

    /**
     * @throws dev.headway.projections.http.Problem 503 when nobody there can say
     */
    @Override
    public Optional<Noticed> find(UUID alert) {
        return nodes.find("/alerts/" + alert, Told.class)
                .map(
                        told ->
                                new Noticed(
                                        told.id(),
                                        told.partnershipId(),
                                        told.rule(),
                                        told.status(),
                                        told.version()));
    }
}
