package dev.headway.projections.audit.verifying;

import org.jspecify.annotations.Nullable;

/** Something of an export is not what was sealed. */
final class NotAsSealedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable Long position;

    /**
     * @param position the first one that is bad, or null where it is none of an event
     */
    NotAsSealedException(@Nullable Long position, String what) {
        super(what);
        this.position = position;
    }

    @Nullable Long position() {
        return position;
    }
}
