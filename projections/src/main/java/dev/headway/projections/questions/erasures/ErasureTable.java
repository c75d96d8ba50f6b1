package dev.headway.projections.questions.erasures;

import dev.headway.contracts.ErasureEvent;
import dev.headway.contracts.ErasureEvent.ErasureApproved;
import dev.headway.contracts.ErasureEvent.ErasureCompleted;
import dev.headway.contracts.ErasureEvent.ErasureRefused;
import dev.headway.contracts.ErasureEvent.ErasureRequested;
import dev.headway.contracts.ErasureEvent.ForgottenName;
import dev.headway.contracts.ErasureEvent.KeysDestroyed;
import dev.headway.projections.log.RecordedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL behind {@link WhoIsForgotten}. */
@Component
class ErasureTable {

    private static final String ADVANCE =
            """
            update erasure
            set    status  = :status,
                   version = :version,
                   %s
            where  erasure_id = :erasure
            and    version    < :version
            """;

    private final JdbcClient database;

    ErasureTable(JdbcClient database) {
        this.database = database;
    }

    void store(RecordedEvent recorded, ErasureEvent event) {
        switch (event) {
            case ErasureRequested e -> insert(recorded, e);
            case ErasureApproved e ->
                    advance(
                            recorded,
                            e,
                            "APPROVED",
                            "approved_at = :at, approved_by = :value",
                            recorded.provenance().shownActor());
            case ErasureRefused e -> advance(recorded, e, "REFUSED", "completed_at = :at", null);
            case KeysDestroyed e ->
                    advance(
                            recorded,
                            e,
                            "DESTROYED",
                            "key_ids = :value",
                            e.keyIds().toArray(String[]::new));
            case ErasureCompleted e ->
                    advance(
                            recorded,
                            e,
                            "COMPLETED",
                            "completed_at = :at, older_events = :value",
                            e.olderEvents());
        }
    }

    private void insert(RecordedEvent recorded, ErasureRequested event) {
        database.sql(
                        """
                        insert into erasure (erasure_id, status, person_id, names, reason, requested_at,
                                             requested_by, older_events, key_ids, version)
                        values (:erasure, 'REQUESTED', :person, :names, :reason, :at,
                                :by, :older, '{}', :version)
                        on conflict do nothing
                        """)
                .param("erasure", event.erasureId())
                .param("person", event.personId())
                .param(
                        "names",
                        event.names().stream().map(ForgottenName::name).toArray(String[]::new))
                .param("reason", event.reason())
                .param("at", Timestamp.from(recorded.recordedAt()))
                .param("by", recorded.provenance().shownActor())
                .param("older", event.olderEvents())
                .param("version", recorded.version())
                .update();
    }

    private void advance(
            RecordedEvent recorded,
            ErasureEvent event,
            String status,
            String columns,
            @Nullable Object value) {
        var update =
                database.sql(ADVANCE.formatted(columns))
                        .param("status", status)
                        .param("version", recorded.version())
                        .param("erasure", event.erasureId());
        var parameters =
                columns.contains(":at")
                        ? Map.<String, Object>of("at", Timestamp.from(recorded.recordedAt()))
                        : Map.<String, Object>of();
        update.params(parameters);
        if (value != null) {
            update.param("value", value);
        }
        update.update();
    }

    Optional<KnownErasure> find(String erasureId) {
        return database.sql("select * from erasure where erasure_id = :erasure")
                .param("erasure", erasureId)
                .query(ErasureTable::erasure)
                .optional();
    }

    /** The newest first; before one of them, where there is one. */
    List<KnownErasure> page(@Nullable List<String> after, int limit) {
        return database.sql(
                        """
                        select   *
                        from     erasure
                        where    (cast(:at as timestamptz) is null
                                  or (requested_at, erasure_id) < (cast(:at as timestamptz), :erasure))
                        order by requested_at desc, erasure_id desc
                        limit    :limit
                        """)
                .param("at", after == null ? null : after.getFirst())
                .param("erasure", after == null ? null : after.getLast())
                .param("limit", limit)
                .query(ErasureTable::erasure)
                .list();
    }

    private static KnownErasure erasure(ResultSet row, int number) throws SQLException {
        var older = row.getLong("older_events");
        return new KnownErasure(
                row.getString("erasure_id"),
                row.getString("status"),
                row.getString("person_id"),
                texts(row, "names"),
                row.getString("reason"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("requested_by"),
                instant(row, "approved_at"),
                row.getString("approved_by"),
                instant(row, "completed_at"),
                row.getObject("older_events") == null ? null : older,
                texts(row, "key_ids"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
