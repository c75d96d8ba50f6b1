package dev.headway.contracts;

import dev.headway.contracts.written.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is forgotten, in a stream of its own, {@code erasure/<id>}: asked for by an
 * administrator, approved by a second person, and done. What stays in the log of who it was is
 * sealed under keys that are gone.
 */
public sealed interface ErasureEvent extends HeadwayEvent {

    String erasureId();

    /**
     * @param personId whoever is to be forgotten in the directory, or null
     * @param names those by which they were written down as text
     * @param requestedBy the subject of whoever asks
     * @param olderEvents how many events from before there were keys name them: it is counted while
     *     they can still be read; null in events from before that was counted then
     */
    record ErasureRequested(
            String erasureId,
            @Nullable String personId,
            List<ForgottenName> names,
            String reason,
            String requestedBy,
            @Nullable String requestedById,
            @Nullable Long olderEvents,
            Instant effectiveAt)
            implements ErasureEvent {

        /** As it was recorded before older events were counted with it. */
        public ErasureRequested(
                String erasureId,
                @Nullable String personId,
                List<ForgottenName> names,
                String reason,
                String requestedBy,
                @Nullable String requestedById,
                Instant effectiveAt) {
            this(erasureId, personId, names, reason, requestedBy, requestedById, null, effectiveAt);
        }
    }

    /** A name that somebody is called by. */
    record ForgottenName(@Personal String name) {}

    record ErasureApproved(
            String erasureId, String approvedBy, @Nullable String approvedById, Instant effectiveAt)
            implements ErasureEvent {}

    record ErasureRefused(String erasureId, String reason, Instant effectiveAt)
            implements ErasureEvent {}

    /** From here on nobody reads what was sealed under these. */
    record KeysDestroyed(String erasureId, List<String> keyIds, Instant effectiveAt)
            implements ErasureEvent {}

    /**
     * Nothing is left to do.
     *
     * @param personId as it was asked for
     * @param olderEvents how many events from before there were keys still name them; they are kept
     *     as they are, and answered as forgotten
     */
    record ErasureCompleted(
            String erasureId, @Nullable String personId, long olderEvents, Instant effectiveAt)
            implements ErasureEvent {}
}
