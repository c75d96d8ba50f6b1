package dev.headway.lifecycle.imports;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import java.util.Set;

/** Rows are about to come. */
record StartImport(String importId, int rows) implements Command {

    @Override
    public String aggregateType() {
        return "import";
    }

    @Override
    public String aggregateId() {
        return importId;
    }

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }
}
