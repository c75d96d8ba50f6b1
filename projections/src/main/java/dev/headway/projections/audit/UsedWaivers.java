package dev.headway.projections.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Says of moves, done or refused, which waivers stood in for criteria, and who had granted them.
 */
final class UsedWaivers {

    private final JdbcClient database;

    UsedWaivers(JdbcClient database) {
        this.database = database;
    }

    /**
     * What the entry of a move, done or refused, says of the gate as it was evaluated.
     *
     * @param gate null where the entry has none
     */
    record GateOfEntry(@Nullable JsonNode gate) {

        static GateOfEntry of(Map<String, JsonNode> fields) {
            return new GateOfEntry(fields.get("gate"));
        }

        /** Of the policy that it was evaluated under. */
        Optional<Long> policyVersion() {
            return Optional.ofNullable(gate).map(known -> known.path("policyVersion").asLong());
        }

        /** The ids of the waivers that stood in for criteria. */
        List<String> waivers() {
            return gate == null
                    ? List.of()
                    : gate.path("criteria")
                            .valueStream()
                            .map(each -> each.path("waiver").asString(""))
                            .filter(waiver -> !waiver.isEmpty())
                            .distinct()
                            .toList();
        }
    }

    /**
     * A waiver that a gate took.
     *
     * @param grantedBy the subject of whoever granted it
     * @param grantedByName as they were shown then
     * @param grounds on which it was granted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UsedWaiver(
            String waiverId,
            String criterion,
            String grantedBy,
            @Nullable String grantedByName,
            @Nullable String grounds,
            Instant grantedAt) {

        private static UsedWaiver of(ResultSet row, int number) throws SQLException {
            return new UsedWaiver(
                    row.getString("waiver"),
                    row.getString("criterion"),
                    row.getString("granted_by"),
                    row.getString("granted_by_name"),
                    row.getString("grounds"),
                    row.getObject("granted_at", OffsetDateTime.class).toInstant());
        }
    }

    /** Completes entries that nobody has seen yet; one whose gate took none says nothing. */
    void addTo(List<AuditEntry> entries) {
        Map<AuditEntry, List<String>> used = new LinkedHashMap<>();
        for (var entry : entries) {
            var waivers = entry.gate().waivers();
            if (!waivers.isEmpty()) {
                used.put(entry, waivers);
            }
        }
        if (used.isEmpty()) {
            return;
        }
        var granted = granted(used.keySet(), used.values());
        used.forEach(
                (entry, waivers) ->
                        entry.used(
                                waivers.stream()
                                        .map(granted::get)
                                        .filter(Objects::nonNull)
                                        .toList()));
    }

    private Map<String, UsedWaiver> granted(
            Collection<AuditEntry> entries, Collection<List<String>> waivers) {
        return database
                .sql(
                        """
                        select granted.payload   ->> 'waiverId'      as waiver,
                               requested.payload ->> 'criterion'     as criterion,
                               granted.payload   ->> 'grantedBy'     as granted_by,
                               granted.payload   ->> 'grantedByName' as granted_by_name,
                               granted.payload   ->> 'reason'        as grounds,
                               granted.effective_at                  as granted_at
                        from   audit_entry granted
                               join audit_entry requested
                               on  requested.partnership_id           = granted.partnership_id
                               and requested.kind                     = 'WaiverRequested'
                               and requested.payload ->> 'waiverId'   = granted.payload ->> 'waiverId'
                        where  granted.partnership_id            = any(:partnerships)
                        and    granted.kind                      = 'WaiverGranted'
                        and    granted.payload   ->> 'waiverId'  = any(:waivers)
                        """)
                .param(
                        "partnerships",
                        entries.stream().map(AuditEntry::stream).toArray(String[]::new))
                .param("waivers", waivers.stream().flatMap(List::stream).toArray(String[]::new))
                .query(UsedWaiver::of)
                .list()
                .stream()
                .collect(Collectors.toMap(UsedWaiver::waiverId, each -> each, (one, _) -> one));
    }
}
