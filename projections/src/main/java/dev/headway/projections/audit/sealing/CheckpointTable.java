package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.Cosignature;
import dev.headway.projections.audit.transparency.VerifierKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of what was signed: checkpoints of every log there was, by whom, and who saw them.
 * Headway reads these tables; functions of their owner write them, and only ever add.
 */
@Component
class CheckpointTable {

    private final JdbcClient database;

    CheckpointTable(JdbcClient database) {
        this.database = database;
    }

    SealedCheckpoint store(LogHead head, String checkpoint, Instant at) {
        var number =
                database.sql("select store_sealed_checkpoint(:size, :position, :at, :checkpoint)")
                        .param("size", head.size())
                        .param("position", head.position())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("checkpoint", checkpoint)
                        .query(Long.class)
                        .single();
        return database.sql(
                        """
                        select number, size, signed_at, checkpoint, cosignature, cosigned_at
                        from   sealed_checkpoint
                        where  number = :number
                        """)
                .param("number", number)
                .query((row, _) -> checkpoint(row))
                .single();
    }

    /** Keeps what a witness said to one. */
    void cosign(SealedCheckpoint checkpoint, Cosignature cosignature) {
        database.sql("select cosign_checkpoint(:number, :line, :at)")
                .param("number", checkpoint.number())
                .param("line", cosignature.line())
                .param("at", cosignature.at().atOffset(ZoneOffset.UTC))
                .query(row -> {});
    }

    /** Remembers whose key it is, from the first signature on. */
    void remember(VerifierKey key, Instant at) {
        database.sql("select remember_sealing_key(:key, :at)")
                .param("key", key.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(row -> {});
    }

    /** Of the log that there is now. */
    Optional<SealedCheckpoint> newest() {
        return database.sql(
                        """
                        select   number, size, signed_at, checkpoint, cosignature, cosigned_at
                        from     sealed_checkpoint
                        where    origin = (select origin from sealed_log)
                        order by size desc
                        limit    1
                        """)
                .query((row, _) -> checkpoint(row))
                .optional();
    }

    /** How much of the log that there is now a witness has seen. */
    long cosignedSize() {
        return database.sql(
                        """
                        select coalesce(max(size), 0)
                        from   sealed_checkpoint
                        where  origin      = (select origin from sealed_log)
                        and    cosignature is not null
                        """)
                .query(Long.class)
                .single();
    }

    /** Those that were signed before one, the newest first; of earlier logs as well. */
    List<SealedCheckpoint> before(long number, int limit) {
        return database.sql(
                        """
                        select   number, size, signed_at, checkpoint, cosignature, cosigned_at
                        from     sealed_checkpoint
                        where    number < :number
                        order by number desc
                        limit    :limit
                        """)
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> checkpoint(row))
                .list();
    }

    private static SealedCheckpoint checkpoint(ResultSet row) throws SQLException {
        var line = row.getString("cosignature");
        return new SealedCheckpoint(
                row.getLong("number"),
                row.getLong("size"),
                instant(row, "signed_at"),
                row.getString("checkpoint"),
                line == null ? null : new Cosignature(line, instant(row, "cosigned_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Every key that ever signed, the newest first. */
    List<String> keys() {
        return database.sql(
                        """
                        select   verifier_key
                        from     sealing_key
                        order by first_signed_at desc, verifier_key
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
