package dev.headway.lifecycle.operations;

import dev.headway.contracts.ProjectionEvent;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import java.time.Instant;
import java.util.Set;

/** What an operator asks of a projection: noted first, and done then. */
sealed interface ProjectionCommand extends Command permits RequestRebuild, RequestReplay {

    String projection();

    /** What is noted. */
    ProjectionEvent at(Instant now);

    @Override
    default String aggregateType() {
        return "projection";
    }

    @Override
    default String aggregateId() {
        return ProjectionEvent.STREAM + projection();
    }

    @Override
    default Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }

    @Override
    default Class<?> handledAs() {
        return ProjectionCommand.class;
    }
}
