package dev.headway.projections.audit.verifying;

import dev.headway.projections.audit.export.ExportManifest;
import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.MerkleTree;
import dev.headway.projections.audit.transparency.MissingTileException;
import dev.headway.projections.audit.transparency.TreeHash;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a log against checkpoints of it, or of the one before it, that were kept elsewhere. */
final class KeptCheck {

    private final ExportManifest manifest;
    private final ExportFile file;
    private final EventsCheck events;

    KeptCheck(ExportManifest manifest, ExportFile file, EventsCheck events) {
        this.manifest = manifest;
        this.file = file;
        this.events = events;
    }

    /** Behind which leaves something may be other than it was, if these do not hold. */
    static Set<Long> ends(List<Checkpoint> kept) {
        return Stream.concat(Stream.of(0L), kept.stream().map(Checkpoint::size))
                .flatMap(size -> Stream.of(size, size + 1))
                .collect(Collectors.toSet());
    }

    /** The log grew from each of these. */
    void check(List<Checkpoint> kept) throws NotAsSealedException {
        checkBefore(kept.stream().filter(each -> !isOfThisLog(each)).toList());
        var sealed = 0L;
        for (var older : bySize(kept.stream().filter(this::isOfThisLog).toList())) {
            if (older.size() > manifest.size()) {
                throw new NotAsSealedException(
                        events.positionBehind(),
                        "the checkpoint kept was signed with %d events, the log has %d"
                                .formatted(older.size(), manifest.size()));
            }
            var root = root(older, () -> new MerkleTree(file, older.size()).root());
            if (!root.equals(older.root())) {
                throw notAsKept(sealed, older.size());
            }
            sealed = older.size();
        }
    }

    private boolean isOfThisLog(Checkpoint kept) {
        return kept.origin().equals(manifest.origin());
    }

    private static List<Checkpoint> bySize(List<Checkpoint> kept) {
        return kept.stream().sorted(Comparator.comparing(Checkpoint::size)).toList();
    }

    /**
     * Leaves of the log before stand behind the one that names it. Those that it had more of than
     * this one has are lost, which this log says itself.
     */
    private void checkBefore(List<Checkpoint> kept) throws NotAsSealedException {
        var sealed = 0L;
        for (var older : bySize(kept)) {
            var named = named(older).checkpoint();
            if (older.size() > named.size()) {
                throw new NotAsSealedException(
                        events.firstPosition(),
                        "the checkpoint kept was signed with %d events, this log names one with %d"
                                .formatted(older.size(), named.size()));
            }
            if (older.size() == named.size()) {
                if (!older.root().equals(named.root())) {
                    throw new NotAsSealedException(
                            events.firstPosition(),
                            "the checkpoint kept is not the one that this log names");
                }
                continue;
            }
            var root =
                    root(
                            older,
                            () ->
                                    new LeavesRoot(file, manifest.size())
                                            .of(1, Math.min(manifest.size(), older.size() + 1)));
            if (!root.equals(older.root())) {
                throw notAsKept(sealed + 1, older.size() + 1);
            }
            sealed = older.size();
        }
    }

    private LogBefore named(Checkpoint older) throws NotAsSealedException {
        return Optional.ofNullable(events.logBefore())
                .filter(before -> before.checkpoint().origin().equals(older.origin()))
                .orElseThrow(
                        () ->
                                new NotAsSealedException(
                                        null,
                                        "the checkpoint kept is of another log, "
                                                + older.origin()));
    }

    private NotAsSealedException notAsKept(long first, long end) {
        return new NotAsSealedException(
                events.positionNear(first),
                "from leaf %d to leaf %d events are not those that were signed in the checkpoint kept"
                        .formatted(first, end - 1));
    }

    private static TreeHash root(Checkpoint older, Supplier<TreeHash> root)
            throws NotAsSealedException {
        try {
            return root.get();
        } catch (MissingTileException e) {
            throw new NotAsSealedException(
                    null,
                    "the checkpoint kept, of %d events, needs an export of everything: %s"
                            .formatted(older.size(), e.getMessage()));
        }
    }
}
