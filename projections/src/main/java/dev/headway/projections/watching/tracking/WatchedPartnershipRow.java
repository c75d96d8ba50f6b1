package dev.headway.projections.watching.tracking;

import dev.headway.projections.tables.RowJson;
import dev.headway.projections.watching.facts.Anchors;
import dev.headway.projections.watching.facts.WatchedFacts;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of table {@code watched_partnership}, its anchors apart from all other facts. */
record WatchedPartnershipRow(
        String partnershipId,
        long position,
        String name,
        String stage,
        boolean voided,
        WatchedFacts facts,
        Anchors anchors) {

    static WatchedPartnershipRow of(TrackedPartnership tracked) {
        var facts = tracked.facts();
        return new WatchedPartnershipRow(
                tracked.partnershipId(),
                tracked.position(),
                facts.name(),
                facts.stage().name(),
                !facts.isRegistered(),
                facts.withAnchors(Anchors.NONE).withMovers(null),
                facts.anchors());
    }

    /** The facts in a row, its anchors among them. */
    static WatchedFacts facts(ResultSet row) throws SQLException {
        var facts = RowJson.MAPPER.readValue(row.getString("facts"), WatchedFacts.class);
        return facts.withAnchors(RowJson.MAPPER.readValue(row.getString("anchors"), Anchors.class));
    }

    /** What nearly every event changes of it. */
    record AnchorsRow(String partnershipId, long position, Anchors anchors) {

        static AnchorsRow of(TrackedPartnership tracked) {
            return new AnchorsRow(
                    tracked.partnershipId(), tracked.position(), tracked.facts().anchors());
        }
    }
}
