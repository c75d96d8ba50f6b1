package dev.headway.projections.audit.sealing;

/** What was signed is not there any more, or not as it was: nothing is signed until people look. */
public final class SealingRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealingRefusedException(String why) {
        super("Nothing is sealed any more: " + why);
    }
}
