package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import java.time.Instant;
import java.util.Set;

/** What can be said of a company. Each command brings its own rule. */
sealed interface PartnerCommand extends Command
        permits AddPartner, RenamePartner, MergePartner, UnmergePartner {

    String partnerId();

    /** Pure: what comes of it. */
    PartnerDecision decide(PartnerState partner, Instant now);

    @Override
    default String aggregateType() {
        return "partner";
    }

    @Override
    default String aggregateId() {
        return PartnerEvent.STREAM + partnerId();
    }

    @Override
    default Set<Role> permittedTo() {
        return Set.of(Role.MANAGER, Role.APPROVER);
    }

    /** Alike, whatever it is. */
    @Override
    default Class<?> handledAs() {
        return PartnerCommand.class;
    }
}
