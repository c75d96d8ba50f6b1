package dev.headway.lifecycle.alerts;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import java.util.Set;

/** What a person answers to an alert. Each answer brings its own rule. */
sealed interface AlertCommand extends Command
        permits AcknowledgeAlert, HandOverAlert, SnoozeAlert, DismissAlert {

    String alertId();

    @Override
    default String aggregateType() {
        return "alert";
    }

    /** The stream of the answers; no partnership can be mistaken for it. */
    @Override
    default String aggregateId() {
        return AlertAggregate.stream(alertId());
    }

    /** Alike, whatever the answer. */
    @Override
    default Class<?> handledAs() {
        return AlertCommand.class;
    }

    /** Pure: what comes of it for an alert that is not over. */
    AlertDecision decide(AlertState alert, AlertDecisionContext moment);

    @Override
    default Set<Role> permittedTo() {
        return Set.of(Role.MANAGER, Role.APPROVER);
    }
}
