package dev.headway.projections.audit.sealing;

/**
 * Where the event stands that begins a log in the place of another one: before all others, which no
 * event is at else, and once more where it was recorded.
 */
public final class FirstLeaf {

    public static final long POSITION = 0;

    private FirstLeaf() {}
}
