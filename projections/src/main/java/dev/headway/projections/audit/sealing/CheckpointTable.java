package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.VerifierKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of what was signed: how far the log is sealed, its checkpoints, and whose keys. Headway
 * reads these tables; functions of their owner write them, and only ever add.
 */
@Component
class CheckpointTable {

    private final JdbcClient database;

    CheckpointTable(JdbcClient database) {
        this.database = database;
    }

    /** Gives the log its name at the first start; later ones keep it. */
    void register(String origin) {
        database.sql("select register_sealed_log(:origin)")
                .param("origin", origin)
                .query(row -> {});
    }

    /** Locks the log until the transaction ends; empty when another node has it. */
    Optional<LogHead> claim() {
        return head("claim_sealed_log()");
    }

    /** Empty before the first start of a sealer. */
    Optional<LogHead> head() {
        return head("sealed_log");
    }

    private Optional<LogHead> head(String source) {
        return database.sql("select origin, size, position from " + source)
                .query(LogHead.class)
                .optional();
    }

    void store(LogHead head, String checkpoint, Instant at) {
        database.sql("select store_sealed_checkpoint(:size, :position, :at, :checkpoint)")
                .param("size", head.size())
                .param("position", head.position())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("checkpoint", checkpoint)
                .query(row -> {});
    }

    /** Remembers whose key it is, from the first signature on. */
    void remember(VerifierKey key, Instant at) {
        database.sql("select remember_sealing_key(:key, :at)")
                .param("key", key.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(row -> {});
    }

    Optional<SealedCheckpoint> newest() {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** Smaller ones than a size, the largest first. */
    List<SealedCheckpoint> before(long size, int limit) {
        return database.sql(
                        """
                        select   size, signed_at, checkpoint
                        from     sealed_checkpoint
                        where    size < :size
                        order by size desc
                        limit    :limit
                        """)
                .param("size", size)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new SealedCheckpoint(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getString(3)))
                .list();
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
