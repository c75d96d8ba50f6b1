package dev.headway.lifecycle.imports;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import java.util.Set;

/** No more rows are coming, be it that all have come or that one met a bug. */
record FinishImport(String importId, int created, int updated, int unchanged, int rejected)
        implements Command {

    @Override
    public String aggregateType() {
        return "import";
    }

    @Override
    public String aggregateId() {
        return importId;
    }

    static FinishImport of(String importId, OutcomeCounts counts) {
        return new FinishImport(
                importId,
                counts.of(RowOutcome.CREATED),
                counts.of(RowOutcome.UPDATED),
                counts.of(RowOutcome.UNCHANGED),
                counts.of(RowOutcome.REJECTED));
    }

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }
}
