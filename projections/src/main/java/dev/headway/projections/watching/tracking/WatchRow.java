package dev.headway.projections.watching.tracking;

import dev.headway.projections.watching.rules.DueDates;
import dev.headway.projections.watching.rules.Watch.Key;
import dev.headway.projections.watching.tracking.WatchChanges.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of table {@code watch}, as readers write it. */
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
        Instant dueKnownAt,
        @Nullable String endedBy,
        @Nullable Long endedFirst,
        @Nullable Long endedLast) {

    static WatchRow of(String partnership, Key key, Change change, DueDates dates) {
        var watch = change.watch();
        var ended = change.ended();
        var severity = change.severity().name();
        if (watch == null) {
            return new WatchRow(
                    partnership,
                    key.rule(),
                    key.subject(),
                    null,
                    severity,
                    null,
                    "",
                    null,
                    null,
                    null,
                    null,
                    null,
                    change.knownAt(),
                    ended == null ? null : ended.by(),
                    ended == null ? null : ended.first(),
                    ended == null ? null : ended.last());
        }
        return new WatchRow(
                partnership,
                key.rule(),
                key.subject(),
                watch.about(),
                severity,
                watch.stage().name(),
                watch.pattern(),
                watch.anchor().eventId(),
                watch.anchor().position(),
                watch.anchor().type(),
                watch.anchor().at(),
                dates.due(watch),
                change.knownAt(),
                ended == null ? null : ended.by(),
                ended == null ? null : ended.first(),
                ended == null ? null : ended.last());
    }
}
