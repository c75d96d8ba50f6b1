package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** What the first row of a key brings: a registration and dated moves, without gates. */
final class FirstRow {

    private FirstRow() {}

    static Decision decide(ImportPartnership row) {
        var name = row.name();
        var partnerName = row.partnerName();
        var partnerType = row.partnerType();
        var at = row.registeredAt();
        return name == null || partnerName == null || partnerType == null || at == null
                ? new Decision.Broken(
                        "/row", "name, partnerName, partnerType and registeredAt are required")
                : new Decision.Happened(
                        history(
                                row,
                                new PartnershipRegistered(
                                        row.partnershipId(),
                                        name,
                                        partnerName,
                                        partnerType.name(),
                                        null,
                                        row.segment(),
                                        row.externalKey(),
                                        at)));
    }

    private static List<PartnershipEvent> history(
            ImportPartnership row, PartnershipRegistered registered) {
        var at = registered.effectiveAt();
        var events = new ArrayList<PartnershipEvent>();
        events.add(registered);
        if (row.pattern() != null) {
            events.add(new PatternChosen(row.pattern().name(), at));
        }
        if (row.owner() != null) {
            events.add(ImportPartnership.relationshipSeatFilled(row.owner(), at));
        }
        new TreeMap<>(row.stages())
                .forEach((stage, on) -> events.add(stageEntered(row, stage, on)));
        if (row.lastMotionAt() != null) {
            events.add(new MotionImported(row.lastMotionAt()));
        }
        events.add(said(row, registered));
        return List.copyOf(events);
    }

    private static RowImported said(ImportPartnership row, PartnershipRegistered registered) {
        return new RowImported(
                row.externalKey(),
                registered.name(),
                registered.partnerName(),
                registered.partnerType(),
                row.segment(),
                row.owner(),
                Objects.toString(row.pattern(), null),
                row.sunsetReason(),
                row.lastMotionAt(),
                registered.effectiveAt());
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
