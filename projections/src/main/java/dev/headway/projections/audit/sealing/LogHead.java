package dev.headway.projections.audit.sealing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a log is sealed.
 *
 * @param origin what the log is called
 * @param size how many events are in the tree
 * @param position of the last of them
 * @param begunBy position of the event that began it in the place of another one; null for a first
 *     log
 */
record LogHead(String origin, long size, long position, @Nullable Long begunBy) {

    /** A log before anything is in it. */
    LogHead(String origin) {
        this(origin, 0, 0, null);
    }

    /** A log in the place of another one; before all others it has what names that one. */
    static LogHead begunBy(long position, String origin) {
        return new LogHead(origin, 0, FirstLeaf.POSITION - 1, position);
    }

    /** Whether it has that name, or is a later one of that name. */
    boolean isCalled(String name) {
        return origin.equals(name) || origin.matches(Pattern.quote(name) + "/[1-9][0-9]*");
    }

    /** The same, so much further. */
    LogHead grown(int added, long last) {
        return new LogHead(origin, size + added, last, begunBy);
    }
}
