package dev.headway.projections.questions.partnership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.querying.AsOf;
import dev.headway.projections.questions.carriers.WhoMovedIt;
import dev.headway.projections.questions.partnership.PastPartnership.LateFact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from a partnership's history when somebody asks. Nothing is kept per event, since
 * many are recorded for one that is asked about; of a long history this node keeps a snapshot, so
 * that the next question reads only what happened since, and the first one reads a digest of it.
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
        if (snapshot == null) {
            return first(id);
        }
        var since = audit.historyOf(id, snapshot.position());
        if (since.stream().anyMatch(Restatement::isCausedBy)) {
            snapshots.invalidate(id);
            return first(id);
        }
        var known = replay(snapshot, standing(since));
        remember(id, known, since, since.size());
        return Optional.ofNullable(known);
    }

    /** From as few events as tell the same, or all of them. */
    private Optional<KnownPartnership> first(String id) {
        var digest = audit.digestOf(id);
        var isWhole = digest.isWhole();
        var events = isWhole ? digest.events() : audit.historyOf(id, 0);
        var known = replay(null, standing(events));
        if (known != null && isWhole) {
            known = known.withTouchpoints(digest.touchpoints());
        }
        remember(id, known, events, digest.length());
        return Optional.ofNullable(known);
    }

    private void remember(
            String id, @Nullable KnownPartnership known, List<RecordedEvent> events, int read) {
        if (known != null && read > SNAPSHOT_AFTER) {
            snapshots.put(id, new Snapshot(events.getLast().position(), known));
        }
    }

    /**
     * As it was: by what had been recorded by then, with the corrections of then, or by what had
     * happened by then as far as is known now. Empty before it was registered.
     */
    Optional<PastPartnership> asOf(String id, AsOf asOf) {
        var history = audit.historyOf(id, 0);
        var events =
                asOf.byEffectiveTime()
                        ? standing(history).stream().filter(each -> isOf(asOf, each)).toList()
                        : standing(history.stream().filter(each -> isOf(asOf, each)).toList());
        return Optional.ofNullable(replay(null, events))
                .map(
                        known ->
                                new PastPartnership(
                                        known,
                                        recordedLater(events, asOf),
                                        WhoMovedIt.among(events)));
    }

    private static boolean isOf(AsOf asOf, RecordedEvent recorded) {
        return asOf.has(recorded.event().effectiveAt(), recorded.recordedAt());
    }

    private static List<LateFact> recordedLater(List<RecordedEvent> events, AsOf asOf) {
        var at = asOf.at();
        return at == null
                ? List.of()
                : events.stream()
                        .filter(each -> each.recordedAt().isAfter(at))
                        .map(LateFact::of)
                        .toList();
    }

    /** What people answered to alerts is in the history, and is nothing of the partnership's. */
    private static List<RecordedEvent> standing(List<RecordedEvent> history) {
        return Restatement.standing(
                history.stream().filter(each -> each.event() instanceof PartnershipEvent).toList());
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
