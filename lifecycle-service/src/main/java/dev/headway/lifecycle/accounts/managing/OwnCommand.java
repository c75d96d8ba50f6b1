package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.Role;
import java.util.Set;

/** What people do about their own account, whatever their role. */
interface OwnCommand extends AccountCommand {

    @Override
    default Set<Role> permittedTo() {
        return Set.of(Role.values());
    }
}
