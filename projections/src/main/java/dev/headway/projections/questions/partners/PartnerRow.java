package dev.headway.projections.questions.partners;

import dev.headway.projections.questions.partners.PartnerItem.Quietest;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row of {@code partner}, with the name of the one that it is part of. */
record PartnerRow(
        String partnerId,
        Named root,
        String name,
        String nameFolded,
        String type,
        @Nullable String website,
        int partnerships,
        long version) {

    static PartnerRow of(ResultSet row, int number) throws SQLException {
        return new PartnerRow(
                row.getString("partner_id"),
                new Named(row.getString("root_id"), row.getString("root_name")),
                row.getString("name"),
                row.getString("name_folded"),
                row.getString("type"),
                row.getString("website"),
                row.getInt("partnerships"),
                row.getLong("version"));
    }

    PartnerItem with(@Nullable Quietest quietest) {
        return new PartnerItem(
                partnerId,
                name,
                type,
                website,
                partnerships,
                quietest,
                root.id().equals(partnerId) ? null : root,
                version,
                nameFolded);
    }
}
