package dev.headway.projections.audit.sealing;

/** A witness contradicts the log, or somebody else answers in its place: people have to look. */
final class WitnessRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WitnessRefusedException(String why) {
        super("No cosignature: " + why);
    }
}
