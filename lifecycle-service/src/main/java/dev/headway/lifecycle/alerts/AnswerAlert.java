package dev.headway.lifecycle.alerts;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.http.Permitted;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a person answers to an alert. Each answer brings its own rule. */
sealed interface AnswerAlert extends Permitted permits AcknowledgeAlert, SnoozeAlert, DismissAlert {

    String alertId();

    /** The stream of the answers; no partnership can be mistaken for it. */
    @TargetAggregateIdentifier
    default String answers() {
        return Alert.stream(alertId());
    }

    /** Pure: what comes of it for an alert that is not over. */
    Decision decide(AnsweredSoFar alert, Moment moment);

    @Override
    default Set<Role> permittedTo() {
        return Set.of(Role.MANAGER, Role.APPROVER);
    }
}
