package dev.headway.projections.audit.verifying;

import org.jspecify.annotations.Nullable;

/**
 * What came of verifying an export.
 *
 * @param position the first one that is bad; null where nothing is, or it is none of an event
 */
record ExportVerdict(boolean good, @Nullable Long position, String says) {

    static ExportVerdict good(String says) {
        return new ExportVerdict(true, null, says);
    }

    static ExportVerdict bad(@Nullable Long position, String says) {
        return new ExportVerdict(false, position, says);
    }

    /** As it is printed. */
    @Override
    public String toString() {
        if (good) {
            return "GOOD " + says;
        }
        return position == null ? "BAD " + says : "BAD at position " + position + ": " + says;
    }
}
