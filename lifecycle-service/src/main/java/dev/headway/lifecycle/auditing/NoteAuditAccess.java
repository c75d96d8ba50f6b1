package dev.headway.lifecycle.auditing;

import dev.headway.contracts.AuditEvent;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import java.util.Set;

/** Notes that somebody looks at the audit; sent by the questions themselves, and by no call. */
record NoteAuditAccess(AuditEvent access) implements Command {

    @Override
    public String aggregateType() {
        return "look at the audit";
    }

    @Override
    public String aggregateId() {
        return AuditEvent.STREAM + access.accessId();
    }

    /** Whoever may look. */
    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.AUDITOR, Role.APPROVER, Role.ADMIN);
    }
}
