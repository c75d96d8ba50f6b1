package dev.headway.projections.identity;

import org.springframework.security.core.AuthenticationException;

/** Nobody can tell whether a token is good: whoever issues them does not answer. */
final class IssuerUnreachableException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    IssuerUnreachableException(RuntimeException cause) {
        super("The identity provider cannot be reached", cause);
    }
}
