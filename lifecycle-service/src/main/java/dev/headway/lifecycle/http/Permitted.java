package dev.headway.lifecycle.http;

import dev.headway.contracts.Role;
import java.util.Set;

/** A command that says who may send it; asked on the one way that commands take. */
public interface Permitted {
    Set<Role> permittedTo();
}
