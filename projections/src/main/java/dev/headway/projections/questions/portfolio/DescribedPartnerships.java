package dev.headway.projections.questions.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What partnerships are called and grouped by; asked by who reads their histories. */
@Component
public class DescribedPartnerships {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WhatIsInThePortfolio.NAME;

    private static final String COLUMNS =
            """
            partnership_id, name, partner_name, partner_type, pattern, segment, voided,
            owner, case when owner is not null then seats -> 'RELATIONSHIP' ->> 'holder' end as owner_name
            """;

    private final JdbcClient database;

    DescribedPartnerships(JdbcClient database) {
        this.database = database;
    }

    /**
     * A partnership as it is described at present.
     *
     * @param owner what its owner is told apart by, or null where nobody owns it
     * @param ownerName what its owner is called, or null as well
     */
    public record Described(
            String partnershipId,
            String name,
            String partner,
            String partnerType,
            @Nullable String pattern,
            @Nullable String segment,
            boolean isVoided,
            @Nullable String owner,
            @Nullable String ownerName) {

        private static Described of(ResultSet row, int number) throws SQLException {
            return new Described(
                    row.getString("partnership_id"),
                    row.getString("name"),
                    row.getString("partner_name"),
                    row.getString("partner_type"),
                    row.getString("pattern"),
                    row.getString("segment"),
                    row.getBoolean("voided"),
                    row.getString("owner"),
                    row.getString("owner_name"));
        }
    }

    /** All of them, voided ones aside, in the order of their ids. */
    public List<Described> all() {
        return database.sql(
                        """
                        select   ${columns}
                        from     portfolio
                        where    not voided
                        order by partnership_id
                        """
                                .replace("${columns}", COLUMNS))
                .query(Described::of)
                .list();
    }

    /** Those of these that are not voided, in the order of their ids. */
    public List<Described> all(Collection<String> partnershipIds) {
        return database.sql(
                        """
                        select   ${columns}
                        from     portfolio
                        where    partnership_id = any(:ids)
                        and      not voided
                        order by partnership_id
                        """
                                .replace("${columns}", COLUMNS))
                .param("ids", partnershipIds.toArray(String[]::new))
                .query(Described::of)
                .list();
    }

    /** One of them, voided or not; empty where there is no such partnership. */
    public Optional<Described> find(String partnershipId) {
        return database.sql(
                        """
                        select ${columns}
                        from   portfolio
                        where  partnership_id = :id
                        """
                                .replace("${columns}", COLUMNS))
                .param("id", partnershipId)
                .query(Described::of)
                .optional();
    }
}
