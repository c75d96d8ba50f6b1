package dev.headway.lifecycle.commands;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Asks a {@link Command} what it is for; {@link AnnotationCommandTargetResolver} looks through all
 * methods and fields of every single command to find the same.
 */
final class InterfaceCommandTargetResolver implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier(
                ((Command) message.getPayload()).aggregateId(), null);
    }
}
