package dev.headway.projections.questions.nextsteps;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What partnerships are called now, for those who list something else of them. */
@Component
public class PartnershipNames {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WhatAreTheNextThreeSteps.NAME;

    private final JdbcClient database;

    public PartnershipNames(JdbcClient database) {
        this.database = database;
    }

    /** By id; those that nobody has heard of yet are left out. */
    public Map<String, String> of(Collection<String> partnerships) {
        var names = new HashMap<String, String>();
        database.sql(
                        """
                        select partnership_id, name
                        from   step_partnership
                        where  partnership_id = any(:partnerships)
                        """)
                .param("partnerships", partnerships.toArray(String[]::new))
                .query(
                        row -> {
                            names.put(row.getString("partnership_id"), row.getString("name"));
                        });
        return names;
    }
}
