package dev.headway.lifecycle.erasures;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import dev.headway.projections.identity.Actor;
import java.time.Instant;
import java.util.Set;

/** What can be asked about an erasure. Each command brings its own rule. */
interface ErasureCommand extends Command {

    String erasureId();

    @Override
    default String aggregateType() {
        return "erasure";
    }

    @Override
    default String aggregateId() {
        return Erasure.stream(erasureId());
    }

    /** Alike, whatever it is. */
    @Override
    default Class<?> handledAs() {
        return ErasureCommand.class;
    }

    @Override
    default Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }

    /** Pure: what comes of it. */
    ErasureDecision decide(ErasureState erasure, Actor actor, Instant now);
}
