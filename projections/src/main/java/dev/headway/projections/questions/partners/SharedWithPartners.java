package dev.headway.projections.questions.partners;

import dev.headway.projections.identity.SharedPartnerships;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which partnerships people of a company see: those with it, and with whatever was merged into it
 * or it into; none that is voided.
 */
@Component
public class SharedWithPartners implements SharedPartnerships {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WhichPartnersAreThere.NAME;

    private static final String IS_SHARED =
            """
            not voided
            and partner_id in (select part.partner_id
                               from   partner part
                                      join partner bound using (root_id)
                               where  bound.partner_id = :partner)""";

    private final JdbcClient database;

    public SharedWithPartners(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean isShared(String partnershipId, String partnerId) {
        return database.sql(
                        """
                        select exists (select
                                       from   partner_partnership
                                       where  partnership_id = :id
                                       and    ${isShared})
                        """
                                .replace("${isShared}", IS_SHARED))
                .param("id", partnershipId)
                .param("partner", partnerId)
                .query(Boolean.class)
                .single();
    }

    /** Their ids, in order, from one on. */
    public List<String> ids(String partnerId, @Nullable String after, int limit) {
        return database.sql(
                        """
                        select   partnership_id
                        from     partner_partnership
                        where    partnership_id > :after
                        and      ${isShared}
                        order by partnership_id
                        limit    :limit
                        """
                                .replace("${isShared}", IS_SHARED))
                .param("after", after == null ? "" : after)
                .param("partner", partnerId)
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
