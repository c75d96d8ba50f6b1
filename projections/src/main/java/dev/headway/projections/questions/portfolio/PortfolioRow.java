package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Stage;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.questions.portfolio.PortfolioEntry.Partner;
import dev.headway.projections.questions.portfolio.PortfolioSeats.Holder;
import dev.headway.projections.tables.RowJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A row of {@code portfolio}: an entry, flat.
 *
 * @param nameFolded what the name is sorted by
 * @param segmentFolded what the segment is asked for by
 * @param owner what its owner is told apart by
 * @param seatOwners what those who hold its seats are told apart by
 * @param folded what it is found by: its name and its partner's, which no search spans
 */
record PortfolioRow(
        String partnershipId,
        String name,
        String nameFolded,
        String folded,
        String partnerName,
        String partnerType,
        @Nullable String partnerWebsite,
        @Nullable String segment,
        @Nullable String segmentFolded,
        @Nullable String externalKey,
        @Nullable String pattern,
        Stage stage,
        Instant stageSince,
        @Nullable String classification,
        @Nullable String owner,
        Map<String, Holder> seats,
        Set<String> seatOwners,
        Set<String> openSteps,
        boolean voided,
        @Nullable String twinOf,
        long version) {

    static PortfolioRow of(PortfolioEntry entry) {
        var owner = entry.life().seats().owner();
        return new PortfolioRow(
                entry.partnershipId(),
                entry.name(),
                folded(entry.name()),
                folded(entry.name()) + "\n" + folded(entry.partner().name()),
                entry.partner().name(),
                entry.partner().type(),
                entry.partner().website(),
                entry.segment(),
                entry.segment() == null ? null : folded(entry.segment()),
                entry.externalKey(),
                entry.pattern(),
                entry.stage(),
                entry.stageSince(),
                entry.life().classification(),
                owner == null ? null : owner.key(),
                entry.life().seats().holders(),
                entry.life().seats().keys(),
                entry.life().openSteps(),
                entry.voided(),
                entry.twinOf(),
                entry.version());
    }

    private static String folded(String name) {
        return new FoldedText(name).text();
    }

    static PortfolioEntry entry(ResultSet row) throws SQLException {
        return new PortfolioEntry(
                row.getString("partnership_id"),
                row.getString("name"),
                new Partner(
                        row.getString("partner_name"),
                        row.getString("partner_type"),
                        row.getString("partner_website")),
                row.getString("segment"),
                row.getString("external_key"),
                row.getString("pattern"),
                Stage.valueOf(row.getString("stage")),
                row.getObject("stage_since", OffsetDateTime.class).toInstant(),
                new PortfolioLife(
                        row.getString("classification"),
                        new PortfolioSeats(
                                RowJson.MAPPER.readValue(
                                        row.getString("seats"), new TypeReference<>() {})),
                        RowJson.MAPPER.readValue(
                                row.getString("open_steps"), new TypeReference<>() {})),
                row.getBoolean("voided"),
                row.getString("twin_of"),
                row.getLong("version"));
    }
}
