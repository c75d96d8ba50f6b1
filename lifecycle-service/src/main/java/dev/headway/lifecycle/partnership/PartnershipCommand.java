package dev.headway.lifecycle.partnership;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people ask of a partnership. Each command brings its own rule; all meet the same aggregate.
 */
interface PartnershipCommand extends Command {

    String partnershipId();

    @Override
    default String aggregateType() {
        return "partnership";
    }

    @Override
    default String aggregateId() {
        return partnershipId();
    }

    @Override
    default Set<Role> permittedTo() {
        return Set.of(Role.MANAGER, Role.APPROVER);
    }

    /** When it happened, if not now; never in the future. */
    @Nullable Instant effectiveAt();

    /** What this comes to in a state, at a moment. Pure. */
    Decision decide(PartnershipState state, Moment moment);
}
