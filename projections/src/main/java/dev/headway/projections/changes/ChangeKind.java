package dev.headway.projections.changes;

import java.util.Locale;

/** What something is that changed. */
public enum ChangeKind {
    PARTNERSHIP,
    STEP,
    ALERT,
    PROGRAM,
    IMPORT;

    /** As it is called on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
