package dev.headway.projections.log;

/**
 * An event that stands in the log and cannot be turned back into a fact: nothing here has its name,
 * or what is stored is not of its form. It is known where it stands and what it claims to be, which
 * is enough to go on after it.
 */
public final class UndecodableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StoredEvent stored;

    UndecodableEventException(StoredEvent stored, Throwable cause) {
        super(
                "Nothing here reads %s.v%s at %d"
                        .formatted(stored.type(), stored.revision(), stored.position()),
                cause);
        this.stored = stored;
    }

    /** The row as it stands in table {@code event}. */
    public StoredEvent stored() {
        return stored;
    }

    /** Its place in the whole log. */
    public long position() {
        return stored.position();
    }
}
