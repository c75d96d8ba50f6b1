package dev.headway.lifecycle.imports;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.http.Permitted;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Rows are about to come. */
record StartImport(@TargetAggregateIdentifier String importId, int rows) implements Permitted {

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }
}
