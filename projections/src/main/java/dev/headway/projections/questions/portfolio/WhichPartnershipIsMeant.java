package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.questions.partners.PartneredWith;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant;
import dev.headway.projections.questions.portfolio.PortfolioEntry.Partner;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which partnership do people mean by a name, or a file by a key? Asked before something is
 * written, so it waits a moment for what was written just before. Voided ones are meant by nobody.
 */
@Component
public class WhichPartnershipIsMeant {

    /** To be told of a twin is a courtesy that no registration waits long for. */
    private static final Duration FOR_NAMES = Duration.ofMillis(250);

    /** A file's row must not make another partnership of one that was given its key just now. */
    private static final Duration FOR_KEYS = Duration.ofSeconds(2);

    private static final int MAX_TWINS = 20;

    private final WhichPartnerIsMeant partners;
    private final PartneredWith partnered;
    private final JdbcClient database;
    private final EventLog log;
    private final Positions positions;

    public WhichPartnershipIsMeant(
            JdbcClient database,
            EventLog log,
            Positions positions,
            WhichPartnerIsMeant partners,
            PartneredWith partnered) {
        this.partnered = partnered;
        this.partners = partners;
        this.database = database;
        this.log = log;
        this.positions = positions;
    }

    /** One that is called the same. */
    public record Twin(String id, String name, Partner partner) {}

    /**
     * Those that differ from this name by spelling only and are with the partner that the other
     * name leads to, whatever they call it; twenty at the most.
     */
    public List<Twin> byName(String name, String partnerName) {
        var alike = byNames(List.of(new FoldedText(name).text()));
        var led = partners.byNames(List.of(partnerName));
        var with = partnered.of(alike.stream().map(Twin::id).toList());
        return alike.stream()
                .filter(each -> led.containsValue(with.get(each.id())))
                .limit(MAX_TWINS)
                .toList();
    }

    /**
     * All that are called one of these names, whoever the partner is.
     *
     * @param folded the names, folded
     */
    public List<Twin> byNames(Collection<String> folded) {
        awaitNewest(FOR_NAMES);
        return database
                .sql(
                        """
                        select   *
                        from     portfolio
                        where    name_folded = any(:folded)
                        and      not voided
                        order by partnership_id
                        """)
                .param("folded", folded.toArray(String[]::new))
                .query((row, _) -> PortfolioRow.entry(row))
                .list()
                .stream()
                .map(WhichPartnershipIsMeant::twin)
                .toList();
    }

    /** The ids of the partnerships that have one of these external keys, by the key. */
    public Map<String, String> byExternalKey(Collection<String> keys) {
        awaitNewest(FOR_KEYS);
        var ids = new HashMap<String, String>();
        database.sql(
                        """
                        select external_key, partnership_id
                        from   portfolio
                        where  external_key = any(:keys)
                        and    not voided
                        """)
                .param("keys", keys.toArray(String[]::new))
                .query(
                        row -> {
                            ids.put(row.getString("external_key"), row.getString("partnership_id"));
                        });
        return ids;
    }

    /** The one that has an external key; of two that were given it at once, the first by its id. */
    public Optional<Twin> withKey(String externalKey) {
        awaitNewest(FOR_KEYS);
        return database.sql(
                        """
                        select   *
                        from     portfolio
                        where    external_key = :key
                        and      not voided
                        order by partnership_id
                        limit    1
                        """)
                .param("key", externalKey)
                .query((row, _) -> PortfolioRow.entry(row))
                .optional()
                .map(WhichPartnershipIsMeant::twin);
    }

    /** One that was voided as a twin of this one, which so has to stay; the first by its id. */
    public Optional<Twin> voidedAsTwinOf(String partnershipId) {
        awaitNewest(FOR_KEYS);
        return database.sql(
                        """
                        select   *
                        from     portfolio
                        where    twin_of = :stays
                        and      voided
                        order by partnership_id
                        limit    1
                        """)
                .param("stays", partnershipId)
                .query((row, _) -> PortfolioRow.entry(row))
                .optional()
                .map(WhichPartnershipIsMeant::twin);
    }

    private static Twin twin(PortfolioEntry entry) {
        return new Twin(entry.partnershipId(), entry.name(), entry.partner());
    }

    private void awaitNewest(Duration patience) {
        try {
            var unused =
                    positions.await(
                            Set.of(WhatIsInThePortfolio.NAME, WhichPartnerIsMeant.POSITION),
                            log.head(),
                            patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
