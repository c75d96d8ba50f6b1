package dev.headway.projections.questions.partners;

import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.processing.Positions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which company do people mean by an id or by a name, and what is done with it? Asked before
 * something is written, so it waits a moment for what was written just before.
 */
@Component
public class WhichPartnerIsMeant {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WhichPartnersAreThere.NAME;

    /** To be told of a namesake is a courtesy that nobody waits long for. */
    private static final Duration FOR_NAMES = Duration.ofMillis(250);

    /** What is said of a partner must find one that was named just now. */
    private static final Duration FOR_IDS = Duration.ofSeconds(2);

    private static final int MAX_NAMESAKES = 20;

    private final JdbcClient database;
    private final EventLog log;
    private final Positions positions;

    public WhichPartnerIsMeant(JdbcClient database, EventLog log, Positions positions) {
        this.database = database;
        this.log = log;
        this.positions = positions;
    }

    /** A partner by its name. */
    public record Named(String id, String name) {}

    /**
     * A partner as it is known.
     *
     * @param mergedInto the one that it was merged into in the end, or null
     */
    public record Known(
            String id,
            String name,
            String type,
            @Nullable String website,
            @Nullable Named mergedInto) {

        private static Known of(ResultSet row, int number) throws SQLException {
            var root = row.getString("root_id");
            var id = row.getString("partner_id");
            return new Known(
                    id,
                    row.getString("name"),
                    row.getString("type"),
                    row.getString("website"),
                    root.equals(id) ? null : new Named(root, row.getString("root_name")));
        }
    }

    /** The one that has an id; empty where nothing is known of such a partner. */
    public Optional<Known> find(String partnerId) {
        awaitNewest(FOR_IDS);
        return database.sql(
                        """
                        select partner.*, root.name as root_name
                        from   partner
                               join partner root on root.partner_id = partner.root_id
                        where  partner.partner_id = :id
                        and    ${isThere}
                        """
                                .replace("${isThere}", PartnerList.IS_THERE))
                .param("id", partnerId)
                .query(Known::of)
                .optional();
    }

    /** Those that are called the same, other than one of them; twenty at the most. */
    public List<Named> namesakes(String name, String other) {
        awaitNewest(FOR_NAMES);
        return database.sql(
                        """
                        select   partner_id, name
                        from     partner
                        where    name_folded = :folded
                        and      partner_id <> :other
                        and      merged_into is null
                        and      ${isThere}
                        order by partner_id
                        limit    :most
                        """
                                .replace("${isThere}", PartnerList.IS_THERE))
                .param("folded", new FoldedText(name).text())
                .param("other", other)
                .param("most", MAX_NAMESAKES)
                .query((row, _) -> new Named(row.getString("partner_id"), row.getString("name")))
                .list();
    }

    /**
     * The partner that a new partnership would be with, merges heeded, by the names of partners.
     */
    public Map<String, String> byNames(Collection<String> names) {
        awaitNewest(FOR_NAMES);
        var ids = new HashMap<String, String>();
        names.forEach(name -> ids.put(name, PartnerId.ofName(new FoldedText(name))));
        var folded = new HashMap<String, String>();
        database.sql("select * from partner_name where name_folded = any(:names)")
                .param(
                        "names",
                        names.stream()
                                .map(name -> new FoldedText(name).text())
                                .toArray(String[]::new))
                .query(
                        row -> {
                            folded.put(row.getString("name_folded"), row.getString("partner_id"));
                        });
        ids.replaceAll((name, first) -> folded.getOrDefault(new FoldedText(name).text(), first));
        var roots = new HashMap<String, String>();
        database.sql("select partner_id, root_id from partner where partner_id = any(:ids)")
                .param("ids", ids.values().toArray(String[]::new))
                .query(
                        row -> {
                            roots.put(row.getString("partner_id"), row.getString("root_id"));
                        });
        ids.replaceAll((_, id) -> roots.getOrDefault(id, id));
        return ids;
    }

    /** The partnerships with one, and with those that were merged into it; none that is voided. */
    public List<String> partnershipsWith(String partnerId) {
        awaitNewest(FOR_IDS);
        return database.sql(
                        """
                        select   partnership_id
                        from     partner_partnership
                        where    ${isWith}
                        and      not voided
                        order by partnership_id
                        """
                                .replace("${isWith}", PartneredWith.isWith(":partner")))
                .param("partner", partnerId)
                .query((row, _) -> row.getString("partnership_id"))
                .list();
    }

    private void awaitNewest(Duration patience) {
        try {
            var unused = positions.await(Set.of(POSITION), log.head(), patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
