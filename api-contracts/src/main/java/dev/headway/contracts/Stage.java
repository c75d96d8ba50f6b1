package dev.headway.contracts;

/** The five stages of a partnership's life. No stage is skipped, by anyone, on any path. */
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
