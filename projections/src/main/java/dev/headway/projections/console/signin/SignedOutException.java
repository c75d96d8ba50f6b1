package dev.headway.projections.console.signin;

/** Whoever was signed in is not any more. An answer and not a bug, so without a stack trace. */
public final class SignedOutException extends RuntimeException {

    public SignedOutException() {
        super("signed out", null, false, false);
    }
}
