package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Role;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ImportCommand;
import dev.headway.lifecycle.partnership.state.PartnershipState;
import dev.headway.lifecycle.partnership.state.PartnershipState.Registered;
import dev.headway.lifecycle.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of history. The first row of a key brings its dated moves ungated, as events without a
 * gate; a later one may change name, owner and pattern or bring newer motion, and nothing else.
 *
 * @param stages when each stage after PROSPECT was entered, checked to be in order by the importer
 * @param lastMotionAt the newest motion the file knows of, or null
 */
public record ImportPartnership(
        String partnershipId,
        String externalKey,
        String name,
        String partnerName,
        PartnerType partnerType,
        @Nullable Pattern pattern,
        @Nullable String owner,
        Instant registeredAt,
        Map<Stage, Instant> stages,
        @Nullable String sunsetReason,
        @Nullable Instant lastMotionAt)
        implements ImportCommand {

    /** By a handler that begins a stream where there is none. */
    @Override
    public Class<?> handledAs() {
        return ImportPartnership.class;
    }

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext moment) {
        return switch (state) {
            case Unregistered _ -> new Decision.Happened(history());
            case Registered known -> changes(known, moment.effective(this));
        };
    }

    private List<PartnershipEvent> history() {
        var events = new ArrayList<PartnershipEvent>();
        events.add(
                new PartnershipRegistered(
                        partnershipId,
                        name,
                        partnerName,
                        partnerType.name(),
                        null,
                        null,
                        externalKey,
                        registeredAt));
        if (pattern != null) {
            events.add(new PatternChosen(pattern.name(), registeredAt));
        }
        if (owner != null) {
            events.add(owned(owner, registeredAt));
        }
        new TreeMap<>(stages).forEach((stage, at) -> events.add(entered(stage, at)));
        if (lastMotionAt != null) {
            events.add(new MotionImported(lastMotionAt));
        }
        events.add(row(registeredAt));
        return List.copyOf(events);
    }

    private PartnershipEvent entered(Stage stage, Instant at) {
        var reason = sunsetReason == null ? "" : sunsetReason;
        return switch (stage) {
            case PROSPECT ->
                    throw new IllegalArgumentException("registering is the entry into PROSPECT");
            case PILOT -> new PilotStarted(null, at);
            case LAUNCH -> new PartnershipLaunched(null, at);
            case SCALED -> new PartnershipScaled(null, at);
            case SUNSET -> new PartnershipSunset(sunsetReason, reason, null, at);
        };
    }

    private Decision changes(Registered known, Instant now) {
        var imported = known.facts().imported();
        var before = imported.row();
        var dates = new TreeMap<>(stages);
        dates.put(Stage.PROSPECT, registeredAt);
        if (before == null || !dates.equals(new TreeMap<>(imported.entered()))) {
            return broken(dates, imported.entered());
        }
        var events = new ArrayList<PartnershipEvent>();
        if (!name.equals(before.name())) {
            events.add(new PartnershipRenamed(name, now));
        }
        if (pattern != null && !pattern.name().equals(before.pattern())) {
            events.add(new PatternChosen(pattern.name(), now));
        }
        if (owner != null && !owner.equals(before.owner())) {
            events.add(owned(owner, now));
        }
        if (lastMotionAt != null && isNewer(lastMotionAt, known.facts().lastMotionAt())) {
            events.add(new MotionImported(lastMotionAt));
        }
        if (!events.isEmpty()) {
            events.add(row(now));
        }
        return new Decision.Happened(List.copyOf(events));
    }

    private static Decision broken(Map<Stage, Instant> dates, Map<Stage, Instant> known) {
        var differing =
                Arrays.stream(Stage.values())
                        .filter(stage -> !Objects.equals(dates.get(stage), known.get(stage)))
                        .toList();
        var told =
                differing.stream()
                        .map(stage -> told(stage, known.get(stage), dates.get(stage)))
                        .collect(Collectors.joining(", "));
        return new Decision.Broken(
                "/stages",
                "the dates of a partnership that exists cannot change by import, use transitions: "
                        + told);
    }

    private static String told(Stage stage, @Nullable Instant known, @Nullable Instant given) {
        return "%s is %s here and %s in the row"
                .formatted(
                        stage,
                        Objects.toString(known, "without a date"),
                        Objects.toString(given, "without a date"));
    }

    private static boolean isNewer(Instant at, @Nullable Instant known) {
        return known == null || at.isAfter(known);
    }

    private static PartnershipEvent owned(String owner, Instant at) {
        return new SeatFilled(Seat.RELATIONSHIP.name(), owner, Side.OURS.name(), at);
    }

    private RowImported row(Instant at) {
        return new RowImported(externalKey, name, owner, Objects.toString(pattern, null), at);
    }
}
