package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What the first row of a key brings: a registration and dated moves, without gates. */
final class FirstRow {

    private FirstRow() {}

    static List<PartnershipEvent> history(ImportPartnership row) {
        var events = new ArrayList<PartnershipEvent>();
        events.add(
                new PartnershipRegistered(
                        row.partnershipId(),
                        row.name(),
                        row.partnerName(),
                        row.partnerType().name(),
                        null,
                        row.segment(),
                        row.externalKey(),
                        row.registeredAt()));
        if (row.pattern() != null) {
            events.add(new PatternChosen(row.pattern().name(), row.registeredAt()));
        }
        if (row.owner() != null) {
            events.add(ImportPartnership.relationshipSeatFilled(row.owner(), row.registeredAt()));
        }
        new TreeMap<>(row.stages())
                .forEach((stage, at) -> events.add(stageEntered(row, stage, at)));
        if (row.lastMotionAt() != null) {
            events.add(new MotionImported(row.lastMotionAt()));
        }
        events.add(row.rowImported(row.registeredAt()));
        return List.copyOf(events);
    }

    private static PartnershipEvent stageEntered(ImportPartnership row, Stage stage, Instant at) {
        var reason = row.sunsetReason() == null ? "" : row.sunsetReason();
        return switch (stage) {
            case PROSPECT ->
                    throw new IllegalArgumentException("registering is the entry into PROSPECT");
            case PILOT -> new PilotStarted(null, at);
            case LAUNCH -> new PartnershipLaunched(null, at);
            case SCALED -> new PartnershipScaled(null, at);
            case SUNSET -> new PartnershipSunset(row.sunsetReason(), reason, null, at);
        };
    }
}
