package dev.headway.lifecycle.sealing;

import dev.headway.contracts.Role;
import dev.headway.contracts.SealingEvent;
import dev.headway.lifecycle.commands.Command;
import dev.headway.projections.audit.sealing.LogSuccession.NextLog;
import java.util.Set;

/** Begins a transparency log in the place of one of which the database has less than was signed. */
record BeginLogAnew(NextLog next, String reason) implements Command {

    @Override
    public String aggregateType() {
        return "transparency log";
    }

    @Override
    public String aggregateId() {
        return SealingEvent.STREAM;
    }

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }
}
