package dev.headway.projections.questions.partnership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.log.RecordedEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from a partnership's history when somebody asks. Nothing is kept per event, since
 * many are recorded for one that is asked about; of a long history this node keeps a snapshot, so
 * that the next question reads only what happened since.
 */
@Component
class KnownPartnershipLoader {

    /** Reading and replaying so many events takes about a millisecond. */
    private static final int SNAPSHOT_AFTER = 100;

    private static final int MAX_SNAPSHOTS = 1_000;

    private final WhoChangedWhat audit;
    private final Cache<String, Snapshot> snapshots =
            Caffeine.newBuilder().maximumSize(MAX_SNAPSHOTS).build();

    KnownPartnershipLoader(WhoChangedWhat audit) {
        this.audit = audit;
    }

    /**
     * What a history had come to.
     *
     * @param position of the last event that it follows from
     */
    private record Snapshot(long position, KnownPartnership known) {}

    /** As it stands; empty when there is no such partnership. */
    Optional<KnownPartnership> now(String id) {
        var snapshot = snapshots.getIfPresent(id);
        var since = audit.historyOf(id, snapshot == null ? 0 : snapshot.position());
        var known = replay(snapshot, since);
        if (known != null && since.size() > SNAPSHOT_AFTER) {
            snapshots.put(id, new Snapshot(since.getLast().position(), known));
        }
        return Optional.ofNullable(known);
    }

    /** What follows from some of its events; empty when it was not registered by any of them. */
    Optional<KnownPartnership> asOf(String id, Predicate<RecordedEvent> counts) {
        return Optional.ofNullable(
                replay(null, audit.historyOf(id, 0).stream().filter(counts).toList()));
    }

    private static @Nullable KnownPartnership replay(
            @Nullable Snapshot snapshot, List<RecordedEvent> events) {
        var known = snapshot == null ? null : snapshot.known();
        for (var event : events) {
            known = KnownPartnership.evolve(known, event);
        }
        return known;
    }
}
