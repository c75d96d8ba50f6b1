package dev.headway.projections.console.layout;

/** The API would refuse it to this role. An answer and not a bug, so without a stack trace. */
public final class NotForRoleException extends RuntimeException {

    NotForRoleException() {
        super("not for this role", null, false, false);
    }
}
