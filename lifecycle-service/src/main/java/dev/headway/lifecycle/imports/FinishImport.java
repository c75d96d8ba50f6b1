package dev.headway.lifecycle.imports;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.http.Permitted;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** No more rows are coming, be it that all have come or that one met a bug. */
record FinishImport(
        @TargetAggregateIdentifier String importId,
        int created,
        int updated,
        int unchanged,
        int rejected)
        implements Permitted {

    static FinishImport of(String importId, Tally tally) {
        return new FinishImport(
                importId,
                tally.of(Outcome.CREATED),
                tally.of(Outcome.UPDATED),
                tally.of(Outcome.UNCHANGED),
                tally.of(Outcome.REJECTED));
    }

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }
}
