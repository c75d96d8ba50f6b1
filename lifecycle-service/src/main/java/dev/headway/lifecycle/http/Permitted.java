package dev.headway.lifecycle.http;

import dev.headway.contracts.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command that says who may send it; asked on the one way that commands take. */
public interface Permitted {
    Set<Role> permittedTo();

    /** The stream whose version the answer tells, where it tells one. */
    default @Nullable String stream() {
        return null;
    }

    /** Why, in the caller's words, where the command asks for it; kept beside its events. */
    default @Nullable String reason() {
        return null;
    }
}
