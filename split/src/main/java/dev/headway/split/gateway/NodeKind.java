package dev.headway.split.gateway;

import java.util.Locale;

/** Who answers. */
public enum NodeKind {
    /** Takes commands, signs people in. */
    LIFECYCLE,
    /** Answers questions, serves the console. */
    PROJECTION;

    /** As the routes and the address of a node spell it. */
    static NodeKind named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
