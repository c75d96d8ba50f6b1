package dev.headway.projections.log;

/**
 * How much of table {@code event} may be read. On a node that stores events, all: they come in the
 * order of their positions. In a mirror they come by partition, and what has gaps below it waits.
 */
public enum ReadableEvents {

    /** Whatever is there. */
    ALL("", "select coalesce(max(position), 0) from event"),

    /** Up to what every partition has reached. */
    MIRRORED("and    position <= mirror_head()", "select mirror_head()");

    private final String bound;
    private final String head;

    ReadableEvents(String bound, String head) {
        this.bound = bound;
        this.head = head;
    }

    /**
     * A statement that asks for nothing beyond; it has a place for the bound, and one for the head.
     */
    String of(String statement) {
        return statement.formatted(bound, head);
    }

    /** The statement that asks for the last position that may be read. */
    String head() {
        return head;
    }
}
