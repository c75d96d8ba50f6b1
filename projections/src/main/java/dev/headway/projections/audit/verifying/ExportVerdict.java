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

    /** As it is printed, in one line: what an export holds writes no other, and colours none. */
    @Override
    public String toString() {
        var visible = says.replaceAll("\\p{C}+", " ");
        if (good) {
            return "GOOD " + visible;
        }
        return position == null ? "BAD " + visible : "BAD at position " + position + ": " + visible;
    }
}
