package dev.headway.lifecycle.accounts;

import java.util.Optional;

/** Where whoever reads the terminal becomes the first administrator. */
@FunctionalInterface
public interface FirstAdministratorLink {

    /** A new link, good once; empty when somebody administers already. */
    Optional<String> give();
}
