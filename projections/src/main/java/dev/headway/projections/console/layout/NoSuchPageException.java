package dev.headway.projections.console.layout;

/** There is no such page. An answer and not a bug, so without a stack trace. */
public final class NoSuchPageException extends RuntimeException {

    public NoSuchPageException() {
        super("no such page", null, false, false);
    }
}
