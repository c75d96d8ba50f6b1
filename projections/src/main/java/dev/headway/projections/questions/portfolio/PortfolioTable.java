package dev.headway.projections.questions.portfolio;

import dev.headway.projections.tables.JsonBulkWrites;
import dev.headway.projections.tables.PartnershipRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that {@link WhatIsInThePortfolio} keeps; {@link PortfolioList} answers from them. */
@Component
class PortfolioTable {

    private final JdbcClient database;

    PortfolioTable(JdbcClient database) {
        this.database = database;
    }

    Map<String, PortfolioEntry> entriesOf(Collection<String> partnershipIds) {
        var entries = new HashMap<String, PortfolioEntry>();
        database.sql("select * from portfolio where partnership_id = any(:ids)")
                .param("ids", partnershipIds.toArray(String[]::new))
                .query((row, _) -> PortfolioRow.entry(row))
                .list()
                .forEach(entry -> entries.put(entry.partnershipId(), entry));
        return entries;
    }

    void delete(String partnershipId) {
        PartnershipRows.delete(database, partnershipId, List.of("portfolio"));
    }

    /** The keys of everybody who owns an active partnership, nobody last. */
    List<Optional<String>> owners() {
        return database.sql(
                        """
                        select   distinct owner
                        from     portfolio
                        where    stage <> 'SUNSET'
                        and      not voided
                        order by owner nulls last
                        """)
                .query((row, _) -> Optional.ofNullable(row.getString("owner")))
                .list();
    }

    /** The active partnerships of an owner, or those that nobody owns, by name. */
    List<PortfolioEntry> activeOf(Optional<String> owner) {
        return database.sql(
                        """
                        select   *
                        from     portfolio
                        where    stage <> 'SUNSET'
                        and      not voided
                        and      owner is not distinct from cast(:owner as text)
                        order by name_folded, partnership_id
                        """)
                .param("owner", owner.orElse(null))
                .query((row, _) -> PortfolioRow.entry(row))
                .list();
    }

    void store(Collection<PortfolioEntry> entries) {
        var rows = entries.stream().map(PortfolioRow::of).toList();
        PortfolioSearch.store(database, rows);
        JsonBulkWrites.write(
                database,
                """
                insert into portfolio
                       (partnership_id, name, name_folded, partner_name, partner_type, partner_website,
                        segment, segment_folded, external_key, pattern, stage, stage_since,
                        classification, owner, seats, seat_owners, open_steps, voided, twin_of,
                        version)
                select partnership_id, name, name_folded, partner_name, partner_type, partner_website,
                       segment, segment_folded, external_key, pattern, stage, stage_since,
                       classification, owner, seats, seat_owners, open_steps, voided, twin_of,
                       version
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (partnership_id text, name text, name_folded text, partner_name text,
                               partner_type text, partner_website text, segment text,
                               segment_folded text,
                               external_key text, pattern text, stage text,
                               stage_since timestamptz, classification text, owner text,
                               seats jsonb, seat_owners jsonb, open_steps jsonb, voided boolean, twin_of text,
                               version bigint)
                on conflict (partnership_id) do update
                set    name            = excluded.name,
                       name_folded     = excluded.name_folded,
                       partner_name    = excluded.partner_name,
                       partner_type    = excluded.partner_type,
                       partner_website = excluded.partner_website,
                       segment         = excluded.segment,
                       segment_folded  = excluded.segment_folded,
                       external_key    = excluded.external_key,
                       voided          = excluded.voided,
                       twin_of         = excluded.twin_of,
                       pattern         = excluded.pattern,
                       stage           = excluded.stage,
                       stage_since     = excluded.stage_since,
                       classification  = excluded.classification,
                       owner           = excluded.owner,
                       seats           = excluded.seats,
                       seat_owners     = excluded.seat_owners,
                       open_steps      = excluded.open_steps,
                       version         = excluded.version
                where  portfolio.version < excluded.version
                """,
                rows);
    }
}
