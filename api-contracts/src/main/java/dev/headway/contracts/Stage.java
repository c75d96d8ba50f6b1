package dev.headway.contracts;

/**
 * The five stages of a partnership's life. On the way to SCALED none is skipped; SUNSET is open to
 * all.
 */
public enum Stage {
    PROSPECT,
    PILOT,
    LAUNCH,
    SCALED,
    SUNSET;

    /** Every stage but SUNSET: the ones in which facts may be recorded. */
    public boolean isActive() {
        return this != SUNSET;
    }

    /** The stages in which a partnership without motion becomes a ghost town. */
    public boolean hasGhostClock() {
        return this == PILOT || this == LAUNCH || this == SCALED;
    }

    /** The stages in which three next steps must stay secured. */
    public boolean isLaunched() {
        return this == LAUNCH || this == SCALED;
    }
}
