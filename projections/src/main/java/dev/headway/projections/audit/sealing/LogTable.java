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
        database.sql("select register_sealed_log(:origin)")
                .param("origin", origin)
                .query(row -> {});
    }

    /** Locks the log until the transaction ends; empty when another node has it. */
    Optional<LogHead> claim() {
        return head("claim_sealed_log(false)");
    }

    /** The same, after the node that has it. */
    Optional<LogHead> claimInTurn() {
        return head("claim_sealed_log(true)");
    }

    /** Empty before the first start of a sealer. */
    Optional<LogHead> head() {
        return head("sealed_log");
    }

    private Optional<LogHead> head(String source) {
        return database.sql("select origin, size, position, begun_by from " + source)
                .query(LogHead.class)
                .optional();
    }

    /**
     * Another log in the place of this one. Of the one before, its checkpoints stay; its tree
     * follows from the events that are left of it.
     */
    void replace(LogHead begun) {
        database.sql("select begin_sealed_log(:origin, :size, :position, :begunBy)")
                .param("origin", begun.origin())
                .param("size", begun.size())
                .param("position", begun.position())
                .param("begunBy", begun.begunBy())
                .query(row -> {});
    }
}
