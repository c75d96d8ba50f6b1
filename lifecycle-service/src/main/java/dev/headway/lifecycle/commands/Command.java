package dev.headway.lifecycle.commands;

import dev.headway.contracts.Role;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A command as its dispatcher sees it: what it is for, who may send it, and who handles it. */
public interface Command {

    /** What kind of thing it is for, in the words of people: a partnership, an alert. */
    String aggregateType();

    /** The thing it is for: the name of its stream. */
    @TargetAggregateIdentifier
    String aggregateId();

    /** Who may send it; asked on the one way that commands take. */
    Set<Role> permittedTo();

    /**
     * The type that a {@code @CommandHandler} takes it as: its own, unless several commands share a
     * handler that takes what they have in common.
     */
    default Class<?> handledAs() {
        return getClass();
    }

    /** Why, in the caller's words, where the command asks for it; kept beside its events. */
    default @Nullable String reason() {
        return null;
    }
}
