package dev.headway.projections.audit.export;

import dev.headway.projections.audit.sealing.FirstLeaf;
import dev.headway.projections.audit.sealing.LoggedEvents;
import dev.headway.projections.audit.sealing.SealedLog;
import dev.headway.projections.log.EventBytes;
import java.time.Instant;
import java.util.function.LongPredicate;

/**
 * The leaves that an export of a period has: all that may be of it, and one more on each side, if
 * there is one, which shows that nothing before or after it is.
 *
 * @param first index of the first one
 * @param end index behind the last one
 */
record ExportedRange(long first, long end) {

    static ExportedRange of(ExportPeriod period, SealedLog log, LoggedEvents events) {
        var times = new RecordedTimes(log, events);
        var first = firstWhere(log.size(), leaf -> !period.beginsAfter(times.of(leaf)));
        var last = firstWhere(log.size(), leaf -> period.endsBefore(times.of(leaf)));
        return new ExportedRange(Math.max(0, first - 1), Math.min(log.size(), last + 1));
    }

    /** By halves: it holds from some leaf on. */
    private static long firstWhere(long size, LongPredicate holds) {
        var low = 0L;
        var high = size;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * When leaves were recorded; of one whose event is gone, and of one that only begins a log,
     * when the next one was.
     */
    private record RecordedTimes(SealedLog log, LoggedEvents events) {

        Instant of(long leaf) {
            var position = log.position(leaf).orElse(Long.MAX_VALUE);
            var after = position == FirstLeaf.POSITION ? position : position - 1;
            return events.bytes(after, Long.MAX_VALUE, 1).stream()
                    .findFirst()
                    .map(EventBytes::recordedAt)
                    .orElse(Instant.MAX);
        }
    }
}
