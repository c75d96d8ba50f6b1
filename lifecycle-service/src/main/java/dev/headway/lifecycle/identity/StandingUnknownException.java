package dev.headway.lifecycle.identity;

import org.springframework.security.core.AuthenticationException;

/** Nobody can tell whether somebody gets in: the store cannot be asked. */
final class StandingUnknownException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    StandingUnknownException(RuntimeException cause) {
        super("Whether the caller gets in cannot be told now", cause);
    }
}
