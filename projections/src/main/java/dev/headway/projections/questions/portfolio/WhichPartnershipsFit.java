package dev.headway.projections.questions.portfolio;

import dev.headway.projections.audit.RegisteredBy;
import dev.headway.projections.querying.AsOf;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.questions.gates.HowFarIsTheNextGate;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import dev.headway.projections.questions.partners.PartneredWith;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.projections.questions.waivers.WaitingWaivers;
import java.security.Principal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
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
                    WaitingWaivers.POSITION,
                    PartneredWith.POSITION);

    private static final String QUIETEST_FIRST = "-quietDays";

    private final PortfolioPages pages;
    private final JdbcClient database;

    WhichPartnershipsFit(PortfolioPages pages, JdbcClient database) {
        this.pages = pages;
        this.database = database;
    }

    /**
     * Every partnership that was registered by then, voided ones among them, in the order of their
     * ids after one of them. Where dates were put right since, one more may be among them.
     */
    public List<String> registeredBy(AsOf asOf, String id, int limit) {
        return database.sql(
                        """
                        select   partnership_id
                        from     portfolio
                        where    partnership_id > :id
                        and      ${registered}
                        order by partnership_id
                        limit    :limit
                        """
                                .replace(
                                        "${registered}",
                                        RegisteredBy.condition(
                                                "portfolio.partnership_id",
                                                asOf.byEffectiveTime(),
                                                ":at")))
                .param("id", id)
                .param("at", Objects.requireNonNull(asOf.latest()).atOffset(ZoneOffset.UTC))
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
        return pages.ids(filters(parameters, caller), limit);
    }

    /** What the list shows of those with one company, the quietest first. */
    public List<ListedPartnership> with(String partnerId, Principal caller, int limit) {
        var asked = new LinkedMultiValueMap<String, String>();
        asked.add("partnerId", partnerId);
        return pages
                .page(
                        filters(asked, caller),
                        PortfolioSort.of(QUIETEST_FIRST).orElseThrow(),
                        null,
                        limit)
                .stream()
                .map(PortfolioPages.Row::shown)
                .toList();
    }

    /**
     * Whether the list has such filters, for who asks it elsewhere.
     *
     * @throws dev.headway.projections.querying.InvalidQueryException naming all that is wrong
     */
    public void check(MultiValueMap<String, String> parameters, Principal caller) {
        filters(parameters, caller);
    }

    private static PortfolioFilters filters(
            MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters(WhatIsInThePortfolio.NAME, parameters);
        var filters = PortfolioFilters.of(query, caller);
        query.throwIfInvalid();
        return filters;
    }
}
