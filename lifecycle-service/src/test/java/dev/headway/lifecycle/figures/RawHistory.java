package dev.headway.lifecycle.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the rows of table {@code event} say of one partnership, corrections heeded: read as text and
 * put right by plain loops.
 *
 * @param events in the order of their places; empty of one that is voided
 */
record RawHistory(String partnership, List<Raw> events) {

    /** A row. */
    record Raw(String id, String type, JsonNode body, JsonNode who, Instant at) {

        String text(String field) {
            return body.path(field).asString("");
        }

        private Raw at(Instant other) {
            return new Raw(id, type, body, who, other);
        }
    }

    private static final Map<String, String> BEGINNINGS =
            Map.of(
                    "StepPlanned", "stepId",
                    "ObligationTaken", "obligationId",
                    "WaiverRequested", "waiverId");

    /** Those of all partnerships, voided ones aside. */
    static List<RawHistory> all(JdbcClient database) {
        var rows = new LinkedHashMap<String, List<Raw>>();
        database.sql(
                        """
                        select   stream, event_id, type, payload, metadata
                        from     event
                        where    stream_type = 'partnership'
                        order by stream, version
                        """)
                .query(
                        row -> {
                            var body = JsonMapper.shared().readTree(row.getString("payload"));
                            rows.computeIfAbsent(row.getString("stream"), _ -> new ArrayList<>())
                                    .add(
                                            new Raw(
                                                    row.getString("event_id"),
                                                    row.getString("type"),
                                                    body,
                                                    JsonMapper.shared()
                                                            .readTree(row.getString("metadata")),
                                                    Instant.parse(
                                                            body.path("effectiveAt").asString())));
                        });
        return rows.entrySet().stream()
                .filter(each -> !isVoided(each.getValue()))
                .map(each -> new RawHistory(each.getKey(), putRight(each.getValue())))
                .toList();
    }

    private static boolean isVoided(List<Raw> rows) {
        var voided = false;
        for (var row : rows) {
            voided = row.type().equals("PartnershipVoided") || voided;
            voided = voided && !row.type().equals("PartnershipUnvoided");
        }
        return voided;
    }

    private static List<Raw> putRight(List<Raw> rows) {
        Set<String> withdrawn = new HashSet<>();
        Map<String, Raw> instead = new HashMap<>();
        Map<String, Instant> dates = new HashMap<>();
        for (var row : rows) {
            if (row.type().equals("FactWithdrawn")) {
                withdrawn.add(row.text("eventId"));
            } else if (row.type().equals("MoveDateCorrected")) {
                dates.put(row.text("eventId"), Instant.parse(row.text("movedAt")));
            }
            if (!row.who().path("corrects").asString("").isEmpty()) {
                instead.put(row.who().path("corrects").asString(), row);
            }
        }
        List<Raw> standing = new ArrayList<>();
        Set<String> never = new HashSet<>();
        for (var row : rows) {
            if (instead.containsValue(row)) {
                continue; // it stands elsewhere
            }
            Raw holds = row;
            while (holds != null && withdrawn.contains(holds.id())) {
                holds = instead.get(holds.id());
            }
            begun(holds == null ? row : holds, holds == null, never);
            if (holds != null && !isOfWhatNeverWas(holds, never)) {
                var date = dates.get(holds.id());
                standing.add(date == null ? holds : holds.at(date));
            }
        }
        return standing;
    }

    private static void begun(Raw row, boolean isTakenBack, Set<String> never) {
        var field = BEGINNINGS.get(row.type());
        if (field != null && isTakenBack) {
            never.add(row.text(field));
        } else if (field != null) {
            never.remove(row.text(field));
        }
    }

    private static boolean isOfWhatNeverWas(Raw row, Set<String> never) {
        return BEGINNINGS.values().stream().anyMatch(field -> never.contains(row.text(field)));
    }

    /** What it is called by the newest of these kinds that says so; null where none does. */
    @Nullable String newest(String field, String... kinds) {
        String found = null;
        for (var event : events) {
            if (List.of(kinds).contains(event.type()) && event.body().has(field)) {
                found = event.text(field);
            }
        }
        return found;
    }
}
