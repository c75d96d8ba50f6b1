package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.contracts.AlertEvent.AlertSnoozed;
import dev.headway.lifecycle.commands.ExpectedVersions;
import dev.headway.lifecycle.people.Owner;
import dev.headway.projections.identity.Actor;
import dev.headway.projections.watching.alerts.AlertLookup;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * What people answered to one alert. Its stream begins with the first answer: that the alert was
 * raised is the watch's to know.
 */
@Aggregate(type = "alert")
class AlertAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private @Nullable AlertEvent lastResponse;
    private @Nullable Owner owner;
    private long version;

    AlertAggregate() {}

    /** The stream of an alert's answers. */
    static String stream(String alertId) {
        return "alert-" + alertId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AlertCommandResult decide(
            AlertCommand command,
            MetaData metaData,
            @MetaDataValue("expectedVersions") @Nullable ExpectedVersions seen,
            AlertLookup alerts,
            Clock clock) {
        var row = alerts.find(UUID.fromString(command.alertId()));
        if (row.isEmpty()) {
            return new AlertCommandResult.Missing();
        }
        if (seen != null && !seen.include(version)) {
            return new AlertCommandResult.Stale(version);
        }
        var alert = new AlertState(row.get(), lastResponse, owner, version);
        if (lastResponse instanceof AlertDismissed) {
            return afterDismissal(command, lastResponse);
        }
        if (alert.isResolved()) {
            return new AlertCommandResult.Over("The alert is resolved", version);
        }
        var context =
                new AlertDecisionContext(
                        clock.instant().truncatedTo(ChronoUnit.MICROS), Actor.of(metaData));
        return switch (command.decide(alert, context)) {
            case AlertDecision.Broken broken ->
                    new AlertCommandResult.Broken(broken.pointer(), broken.message(), version);
            case AlertDecision.NothingNew _ -> done();
            case AlertDecision.Responded responded -> {
                AggregateLifecycle.apply(responded.event());
                yield done();
            }
        };
    }

    @EventSourcingHandler
    void evolve(AlertEvent event) {
        stream = stream(event.alertId());
        lastResponse = event;
        owner = ownerAfter(event);
        version++;
    }

    private @Nullable Owner ownerAfter(AlertEvent event) {
        return switch (event) {
            case AlertAcknowledged e -> new Owner(e.owner(), e.ownerId());
            case AlertHandedOver e -> new Owner(e.owner(), e.ownerId());
            case AlertSnoozed _, AlertDismissed _ -> owner;
        };
    }

    private AlertCommandResult afterDismissal(AlertCommand command, AlertEvent lastResponse) {
        return command instanceof DismissAlert
                ? new AlertCommandResult.Done(lastResponse, version)
                : new AlertCommandResult.Over("The alert was dismissed", version);
    }

    private AlertCommandResult done() {
        return lastResponse == null
                ? new AlertCommandResult.Over("Nobody owns the alert", version)
                : new AlertCommandResult.Done(lastResponse, version);
    }
}
