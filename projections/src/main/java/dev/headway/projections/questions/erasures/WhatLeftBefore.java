package dev.headway.projections.questions.erasures;

import dev.headway.contracts.written.SealedText;
import dev.headway.projections.querying.LikePattern;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What left Headway with names opened, before somebody was forgotten: messages that named them, and
 * whatever was exported, of which nobody knows whether it did. Nothing of it can be called back.
 */
@Component
class WhatLeftBefore {

    private static final int MOST = 1_000;

    private final JdbcClient database;

    WhatLeftBefore(JdbcClient database) {
        this.database = database;
    }

    /** A message that named them, as long as it is kept. */
    record SentMessage(String id, String channel, Instant at) {}

    /**
     * Exports of one kind that one person made on one day.
     *
     * @param by the person in the directory; null where a link was read that needs no sign-in
     */
    record Export(Instant firstAt, String path, String type, @Nullable String by, long times) {}

    /** The newest thousand. */
    List<SentMessage> messages(KnownErasure erasure) {
        var marks =
                Stream.concat(
                                erasure.keyIds().stream().map(SealedText::whose),
                                erasure.names().stream()
                                        .flatMap(name -> SealedText.parse(name).stream())
                                        .map(it -> SealedText.whose(it.keyId())))
                        .distinct()
                        .map(LikePattern::containing)
                        .toArray(String[]::new);
        return database.sql(
                        """
                        select   delivery_id, channel, composed_at
                        from     delivery
                        where    payload like any (cast(:marks as text[]))
                        order by composed_at desc
                        limit    :most
                        """)
                .param("marks", marks)
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new SentMessage(
                                        row.getString("delivery_id"),
                                        row.getString("channel"),
                                        row.getTimestamp("composed_at").toInstant()))
                .list();
    }

    /** The newest thousand until it was done. */
    List<Export> exports(KnownErasure erasure) {
        var end = erasure.completedAt();
        return database.sql(
                        """
                        select   first_at, path, media_type, person_id, times
                        from     export_made
                        where    cast(:until as timestamptz) is null
                        or       first_at < cast(:until as timestamptz)
                        order by first_at desc
                        limit    :most
                        """)
                .param("until", end == null ? null : Timestamp.from(end))
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new Export(
                                        row.getTimestamp("first_at").toInstant(),
                                        row.getString("path"),
                                        row.getString("media_type"),
                                        row.getString("person_id").isEmpty()
                                                ? null
                                                : row.getString("person_id"),
                                        row.getLong("times")))
                .list();
    }
}
