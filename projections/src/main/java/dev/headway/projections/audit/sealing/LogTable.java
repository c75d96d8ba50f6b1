package dev.headway.projections.audit.sealing;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the log that there is: what it is called, and how far it is sealed. */
@Component
class LogTable {

    private final JdbcClient database;

    LogTable(JdbcClient database) {
        this.database = database;
    }

    /** Gives the log its name at the first start; later ones keep it. */
    void register(String origin) {
        database.sql(
                        """
                        insert into sealed_log (origin)
                        values (:origin)
                        on conflict (only_one) do nothing
                        """)
                .param("origin", origin)
                .update();
    }

    /** Locks the log until the transaction ends; empty when another node has it. */
    Optional<LogHead> claim() {
        return head("for update skip locked");
    }

    /** The same, after the node that has it. */
    Optional<LogHead> claimInTurn() {
        return head("for update");
    }

    /** Empty before the first start of a sealer. */
    Optional<LogHead> head() {
        return head("");
    }

    private Optional<LogHead> head(String locking) {
        return database.sql("select origin, size, position, begun_by from sealed_log " + locking)
                .query(LogHead.class)
                .optional();
    }

    void store(LogHead head) {
        database.sql("update sealed_log set size = :size, position = :position")
                .param("size", head.size())
                .param("position", head.position())
                .update();
    }

    /**
     * Another log in the place of this one. Of the one before, its checkpoints stay; its tree
     * follows from the events that are left of it.
     */
    void replace(LogHead begun) {
        database.sql("truncate sealed_tile, sealed_leaves").update();
        database.sql(
                        """
                        update sealed_log
                        set    origin   = :origin,
                               size     = :size,
                               position = :position,
                               begun_by = :begunBy
                        """)
                .param("origin", begun.origin())
                .param("size", begun.size())
                .param("position", begun.position())
                .param("begunBy", begun.begunBy())
                .update();
    }
}
