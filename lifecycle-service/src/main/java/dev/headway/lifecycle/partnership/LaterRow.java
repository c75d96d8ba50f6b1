package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.partnership.state.Partner;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Sunset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a later row of a key changes: where it says something else than the newest row before it. So
 * the same row again undoes no live change, and a blank says nothing. What it may not change it is
 * rejected for, by {@link UnchangeableDates}, {@link EarlierMotion} and here.
 */
final class LaterRow {

    private final ImportPartnership row;
    private final Registered known;
    private final RowImported before;
    private final Instant now;

    private LaterRow(ImportPartnership row, Registered known, RowImported before, Instant now) {
        this.row = row;
        this.known = known;
        this.before = before;
        this.now = now;
    }

    static Decision changes(ImportPartnership row, Registered known, DecisionContext context) {
        if (known.facts().voided()) {
            return new Decision.Illegal("The partnership is voided; unvoid it to go on");
        }
        var before = known.facts().imported().lastRow();
        if (before == null) {
            return new Decision.Broken(
                    "/externalKey",
                    "is of a partnership that no import brought; change it by PATCH /partnerships/"
                            + row.partnershipId());
        }
        var key = known.facts().partner().externalKey();
        if (!row.externalKey().equals(key)) {
            return new Decision.Broken(
                    "/externalKey",
                    "is no key any more; the partnership has "
                            + (key == null
                                    ? "none: give it back by PATCH"
                                    : "another one: " + key));
        }
        var said = before.partnerName() == null ? SaidBefore.of(before, context.history()) : before;
        var later = new LaterRow(row, known, said, context.effectiveTime(row));
        var rejected = new ArrayList<String>();
        UnchangeableDates.of(row, known, context).ifPresent(rejected::add);
        later.unchangeable().forEach(rejected::add);
        EarlierMotion.of(row, said, context.history()).ifPresent(rejected::add);
        return rejected.isEmpty()
                ? new Decision.Happened(later.events())
                : new Decision.Broken("/row", String.join("; ", rejected));
    }

    private List<String> unchangeable() {
        var rejected = new ArrayList<String>();
        if (known instanceof Sunset && (changesPattern() || changesOwner())) {
            rejected.add("pattern and owner cannot change in SUNSET; revive it to go on");
        }
        if (known.facts().imported().enteredAt().containsKey(Stage.SUNSET)
                && differs(row.sunsetReason(), before.sunsetReason())) {
            rejected.add(
                    "the reason of an end cannot change by import; it is '%s' here and '%s' in the row"
                            .formatted(said(before.sunsetReason()), row.sunsetReason()));
        }
        if (row.registeredAt() == null) {
            beforeRegistration().ifPresent(rejected::add);
        }
        return rejected;
    }

    private Optional<String> beforeRegistration() {
        var registeredAt = known.facts().imported().enteredAt().get(Stage.PROSPECT);
        var given = row.lastMotionAt();
        return given != null && registeredAt != null && given.isBefore(registeredAt)
                ? Optional.of(
                        "lastMotionAt lies before registeredAt, which is %s here"
                                .formatted(registeredAt))
                : Optional.empty();
    }

    private List<PartnershipEvent> events() {
        var events = new ArrayList<PartnershipEvent>();
        var name = row.name();
        if (name != null && differs(name, before.name()) && !name.equals(known.facts().name())) {
            events.add(new PartnershipRenamed(name, now));
        }
        if (!partner().equals(known.facts().partner())) {
            events.add(partner().described(now));
        }
        if (row.pattern() != null && changesPattern()) {
            events.add(new PatternChosen(row.pattern().name(), now));
        }
        if (row.owner() != null && changesOwner()) {
            events.add(ImportPartnership.relationshipSeatFilled(row.owner(), now));
        }
        if (row.lastMotionAt() != null && differs(row.lastMotionAt(), before.lastMotionAt())) {
            events.add(new MotionImported(row.lastMotionAt()));
        }
        var said = row.rowImported(now, before);
        if (!said.equals(before.at(now))) {
            events.add(said); // also of what is known by other ways already
        }
        return List.copyOf(events);
    }

    /** With what the row says differently; what it does not say stays as it is. */
    private Partner partner() {
        var partner = known.facts().partner();
        return new Partner(
                changed(row.partnerName(), before.partnerName(), partner.name()),
                changed(
                        Objects.toString(row.partnerType(), null),
                        before.partnerType(),
                        partner.type()),
                partner.website(),
                row.segment() != null && differs(row.segment(), before.segment())
                        ? row.segment()
                        : partner.segment(),
                partner.externalKey());
    }

    private static String changed(@Nullable String given, @Nullable String before, String known) {
        return given == null || given.equals(before) ? known : given;
    }

    private boolean changesPattern() {
        var pattern = Objects.toString(row.pattern(), null);
        return differs(pattern, before.pattern())
                && !Objects.equals(pattern, known.facts().pattern());
    }

    private boolean changesOwner() {
        var holder =
                known.facts()
                        .evidence()
                        .latestEvents()
                        .latest(SeatFilled.class, Seat.RELATIONSHIP.name())
                        .filter(seat -> seat.side().equals(Side.OURS.name()))
                        .map(SeatFilled::holder);
        return differs(row.owner(), before.owner())
                && !holder.equals(Optional.ofNullable(row.owner()));
    }

    private static boolean differs(@Nullable Object given, @Nullable Object before) {
        return given != null && !given.equals(before);
    }

    private static String said(@Nullable String text) {
        return text == null ? "nothing" : text;
    }
}
