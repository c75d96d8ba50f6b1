package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.RowImported;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Role;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ImportCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of history. The first row of a key brings its dated moves ungated, as events without a
 * gate; a later one may change name, partner, type, segment, owner and pattern or bring newer
 * motion, and nothing else. A blank says nothing, which is not enough of a key that is new.
 *
 * @param stages when each stage after PROSPECT was entered, checked to be in order by the importer
 * @param lastMotionAt the newest motion the file knows of, or null
 */
public record ImportPartnership(
        String partnershipId,
        String externalKey,
        @Nullable String name,
        @Nullable String partnerName,
        @Nullable PartnerType partnerType,
        @Nullable Pattern pattern,
        @Nullable String segment,
        @Personal @Nullable String owner,
        @Nullable Instant registeredAt,
        Map<Stage, Instant> stages,
        @Nullable String sunsetReason,
        @Nullable Instant lastMotionAt)
        implements ImportCommand {

    /** The id of the partnership that an import knows by a key of its own; the same for ever. */
    public static String idOf(String externalKey) {
        return UUID.nameUUIDFromBytes(
                        ("headway:import:" + externalKey).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The same row, of the partnership with this id. */
    public ImportPartnership of(String partnershipId) {
        return new ImportPartnership(
                partnershipId,
                externalKey,
                name,
                partnerName,
                partnerType,
                pattern,
                segment,
                owner,
                registeredAt,
                stages,
                sunsetReason,
                lastMotionAt);
    }

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
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Unregistered _ -> FirstRow.decide(this);
            case Registered known -> LaterRow.changes(this, known, context);
        };
    }

    static PartnershipEvent relationshipSeatFilled(String owner, Instant at) {
        return new SeatFilled(Seat.RELATIONSHIP.name(), owner, Side.OURS.name(), at);
    }

    /** What is said now, and what was said before where the row says nothing. */
    RowImported rowImported(Instant at, RowImported before) {
        return new RowImported(
                externalKey,
                name == null ? before.name() : name,
                partnerName == null ? before.partnerName() : partnerName,
                partnerType == null ? before.partnerType() : partnerType.name(),
                segment == null ? before.segment() : segment,
                owner == null ? before.owner() : owner,
                pattern == null ? before.pattern() : pattern.name(),
                sunsetReason == null ? before.sunsetReason() : sunsetReason,
                lastMotionAt == null ? before.lastMotionAt() : lastMotionAt,
                at);
    }
}
