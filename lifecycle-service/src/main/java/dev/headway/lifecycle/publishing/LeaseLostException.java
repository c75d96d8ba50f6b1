package dev.headway.lifecycle.publishing;

/** Another node publishes by now; whatever this one was about to write down is not its own. */
final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(long epoch) {
        super("The lease of epoch %d is over".formatted(epoch));
    }
}
