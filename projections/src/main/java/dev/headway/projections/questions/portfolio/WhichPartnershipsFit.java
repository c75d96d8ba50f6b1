package dev.headway.projections.questions.portfolio;

import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.questions.gates.HowFarIsTheNextGate;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.projections.questions.waivers.WaitingWaivers;
import java.security.Principal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Which partnerships does the list have under some of its filters? Asked by who acts on all. */
@Component
public class WhichPartnershipsFit {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WhatIsInThePortfolio.NAME;

    /** The same for everything that filters ask. */
    public static final List<String> POSITIONS =
            List.of(
                    POSITION,
                    WhichPartnershipsAreGhostTowns.NAME,
                    WhatDoesTheProgramAskFor.NAME,
                    HowFarIsTheNextGate.NAME,
                    WaitingWaivers.POSITION);

    private final PortfolioPages pages;
    private final JdbcClient database;

    WhichPartnershipsFit(PortfolioPages pages, JdbcClient database) {
        this.pages = pages;
        this.database = database;
    }

    /** Every partnership there ever was, in the order of their ids, after one of them. */
    public List<String> after(String id, int limit) {
        return database.sql(
                        """
                        select   partnership_id
                        from     portfolio
                        where    partnership_id > :id
                        order by partnership_id
                        limit    :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> row.getString("partnership_id"))
                .list();
    }

    /**
     * Their ids, by name.
     *
     * @param parameters the list's filters, as its query has them
     * @param limit how many at most
     * @throws dev.headway.projections.querying.InvalidQueryException naming all that is wrong
     */
    public List<String> ids(MultiValueMap<String, String> parameters, Principal caller, int limit) {
        var query = new QueryParameters(WhatIsInThePortfolio.NAME, parameters);
        var filters = PortfolioFilters.of(query, caller);
        query.throwIfInvalid();
        return pages.ids(filters, limit);
    }
}
