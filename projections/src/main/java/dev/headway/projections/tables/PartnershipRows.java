package dev.headway.projections.tables;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one partnership, in tables with a column {@code partnership_id}. */
public final class PartnershipRows {

    private PartnershipRows() {}

    /** Takes all of them away, to be written anew or not at all. */
    public static void delete(JdbcClient database, String partnershipId, List<String> tables) {
        for (var table : tables) {
            database.sql("delete from " + table + " where partnership_id = :id")
                    .param("id", partnershipId)
                    .update();
        }
    }
}
