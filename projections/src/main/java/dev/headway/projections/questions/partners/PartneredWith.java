package dev.headway.projections.questions.partners;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which partnerships are with which company, for those who list something of partnerships. */
@Component
public class PartneredWith {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WhichPartnersAreThere.NAME;

    /** The table in which a list looks for the partnerships with a partner. */
    public static final String TABLE = "partner_partnership";

    private final JdbcClient database;

    public PartneredWith(JdbcClient database) {
        this.database = database;
    }

    /** True, on {@link #TABLE}, for those with a partner, from an expression for its id. */
    public static String isWith(String partner) {
        return """
               partner_partnership.partner_id in (select part.partner_id
                                                  from   partner part
                                                  where  part.root_id = %s)"""
                .formatted(partner);
    }

    /** The companies that some partnerships are with, merges heeded, by the partnerships' ids. */
    public Map<String, String> of(Collection<String> partnershipIds) {
        var ids = new HashMap<String, String>();
        database.sql(
                        """
                        select partnership_id, root_id
                        from   partner_partnership
                               join partner using (partner_id)
                        where  partnership_id = any(:ids)
                        """)
                .param("ids", partnershipIds.toArray(String[]::new))
                .query(
                        row -> {
                            ids.put(row.getString("partnership_id"), row.getString("root_id"));
                        });
        return ids;
    }
}
