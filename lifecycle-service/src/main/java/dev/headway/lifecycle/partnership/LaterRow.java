package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a later row of a key changes: name, owner, pattern and newer motion. Dates of stages cannot
 * change by import.
 */
final class LaterRow {

    private LaterRow() {}

    static Decision changes(ImportPartnership row, Registered known, Instant now) {
        var imported = known.facts().imported();
        var before = imported.lastRow();
        var dates = new TreeMap<>(row.stages());
        dates.put(Stage.PROSPECT, row.registeredAt());
        if (before == null || !dates.equals(new TreeMap<>(imported.enteredAt()))) {
            return datesDiffer(dates, imported.enteredAt());
        }
        var events = new ArrayList<PartnershipEvent>();
        if (!row.name().equals(before.name())) {
            events.add(new PartnershipRenamed(row.name(), now));
        }
        if (row.pattern() != null && !row.pattern().name().equals(before.pattern())) {
            events.add(new PatternChosen(row.pattern().name(), now));
        }
        if (row.owner() != null && !row.owner().equals(before.owner())) {
            events.add(ImportPartnership.relationshipSeatFilled(row.owner(), now));
        }
        if (row.lastMotionAt() != null
                && isNewer(row.lastMotionAt(), known.facts().lastMotionAt())) {
            events.add(new MotionImported(row.lastMotionAt()));
        }
        if (!events.isEmpty()) {
            events.add(row.rowImported(now));
        }
        return new Decision.Happened(List.copyOf(events));
    }

    private static Decision datesDiffer(Map<Stage, Instant> dates, Map<Stage, Instant> known) {
        var differing =
                Arrays.stream(Stage.values())
                        .filter(stage -> !Objects.equals(dates.get(stage), known.get(stage)))
                        .toList();
        var differences =
                differing.stream()
                        .map(stage -> difference(stage, known.get(stage), dates.get(stage)))
                        .collect(Collectors.joining(", "));
        return new Decision.Broken(
                "/stages",
                "the dates of a partnership that exists cannot change by import, use transitions: "
                        + differences);
    }

    private static String difference(
            Stage stage, @Nullable Instant known, @Nullable Instant given) {
        return "%s is %s here and %s in the row"
                .formatted(
                        stage,
                        Objects.toString(known, "without a date"),
                        Objects.toString(given, "without a date"));
    }

    private static boolean isNewer(Instant at, @Nullable Instant known) {
        return known == null || at.isAfter(known);
    }
}
