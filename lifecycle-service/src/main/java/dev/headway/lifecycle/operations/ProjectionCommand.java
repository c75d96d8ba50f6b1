package dev.headway.lifecycle.operations;

import dev.headway.contracts.ProjectionEvent;
import dev.headway.contracts.ProjectionEvent.RebuildRequested;
import dev.headway.contracts.ProjectionEvent.ReplayRequested;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an operator asks of a projection: noted first, and done then. */
sealed interface ProjectionCommand extends Command {

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

    /** Build it anew. */
    record RequestRebuild(String projection) implements ProjectionCommand {

        @Override
        public ProjectionEvent at(Instant now) {
            return new RebuildRequested(projection, now);
        }
    }

    /**
     * Try again what it could not work in.
     *
     * @param parkedStream null for all that is parked
     */
    record RequestReplay(String projection, @Nullable String parkedStream)
            implements ProjectionCommand {

        @Override
        public ProjectionEvent at(Instant now) {
            return new ReplayRequested(projection, parkedStream, now);
        }
    }
}
