package dev.headway.projections.watching.tracking;

import dev.headway.projections.watching.rules.DueDates;
import dev.headway.projections.watching.rules.DueDates.DueTime;
import dev.headway.projections.watching.rules.Watch.Key;
import dev.headway.projections.watching.tracking.WatchChanges.Change;
import dev.headway.projections.watching.tracking.WatchChanges.Ended;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code watch}, as readers write it.
 *
 * @param dueTimes all times at which it is due, for one that time alone can end; null otherwise
 */
record WatchRow(
        String partnershipId,
        String rule,
        String subject,
        @Nullable String about,
        String severity,
        @Nullable String stage,
        String pattern,
        @Nullable String anchorEventId,
        @Nullable Long anchorPosition,
        @Nullable String anchorType,
        @Nullable Instant anchorAt,
        @Nullable Instant dueAt,
        @Nullable Instant endsAt,
        @Nullable List<DueTime> dueTimes,
        Instant dueKnownAt,
        @Nullable String endedBy,
        @Nullable Long endedFirst,
        @Nullable Long endedLast,
        @Nullable String endedLastBy) {

    /** What has changed of a partnership's watches since they were last written. */
    static Stream<WatchRow> changes(TrackedPartnership tracked, DueDates dates) {
        return tracked.changes().entrySet().stream()
                .map(each -> of(tracked.partnershipId(), each.getKey(), each.getValue(), dates));
    }

    static WatchRow of(String partnership, Key key, Change change, DueDates dates) {
        var watch = change.watch();
        var ended = Optional.ofNullable(change.ended());
        var times = watch == null ? List.<DueTime>of() : dates.dueTimes(watch);
        var time = times.stream().filter(each -> isAhead(each, change.knownAt())).findFirst();
        return new WatchRow(
                partnership,
                key.rule(),
                key.subject(),
                watch == null ? null : watch.about(),
                change.severity().name(),
                watch == null ? null : watch.stage().name(),
                watch == null ? "" : watch.pattern(),
                watch == null ? null : watch.anchor().eventId(),
                watch == null ? null : watch.anchor().position(),
                watch == null ? null : watch.anchor().type(),
                time.map(DueTime::countedFrom).orElse(watch == null ? null : watch.anchor().at()),
                time.map(DueTime::due).orElse(null),
                time.map(DueTime::until).orElse(null),
                watch == null || watch.spans() == null ? null : times,
                change.knownAt(),
                ended.map(Ended::by).orElse(null),
                ended.map(Ended::first).orElse(null),
                ended.map(Ended::last).orElse(null),
                ended.map(Ended::lastBy).orElse(null));
    }

    private static boolean isAhead(DueTime time, Instant at) {
        var until = time.until();
        return until == null || until.isAfter(at);
    }
}
