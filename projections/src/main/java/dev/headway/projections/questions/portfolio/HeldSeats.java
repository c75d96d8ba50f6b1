package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Seat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which seats anywhere, voided partnerships aside; asked by what is handed over. */
@Component
public class HeldSeats {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WhatIsInThePortfolio.NAME;

    private final JdbcClient database;

    HeldSeats(JdbcClient database) {
        this.database = database;
    }

    /** A seat of a partnership, and what that is called now. */
    public record HeldSeat(String partnershipId, String partnershipName, Seat seat) {}

    /** The condition that somebody holds a seat, from an expression for their key. */
    public static String heldBy(String key) {
        return "exists (select from portfolio where not voided and seat_owners @> jsonb_build_array(%s))"
                .formatted(key);
    }

    /**
     * The seats that somebody holds, of a few partnerships in the order of their ids.
     *
     * @param owner as {@link dev.headway.projections.tables.OwnerKey} has it
     * @param after one of the last partnership before, or null
     * @param limit of how many partnerships at most
     */
    public List<HeldSeat> of(String owner, @Nullable HeldSeat after, int limit) {
        return database
                .sql(
                        """
                        select   *
                        from     portfolio
                        where    not voided
                        and      seat_owners @> jsonb_build_array(cast(:owner as text))
                        and      partnership_id > :after
                        order by partnership_id
                        limit    :limit
                        """)
                .param("owner", owner)
                .param("after", after == null ? "" : after.partnershipId())
                .param("limit", limit)
                .query((row, _) -> PortfolioRow.entry(row))
                .list()
                .stream()
                .flatMap(entry -> entry.life().seats().heldBy(owner).map(seat -> held(entry, seat)))
                .toList();
    }

    private static HeldSeat held(PortfolioEntry entry, Seat seat) {
        return new HeldSeat(entry.partnershipId(), entry.name(), seat);
    }
}
