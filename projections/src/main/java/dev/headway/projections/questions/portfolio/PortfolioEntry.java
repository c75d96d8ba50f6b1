package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.projections.log.RecordedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows of one partnership, its motion aside. A revival begins a new life: partner
 * and pattern stay, classification, seats and steps do not.
 *
 * @param life what the present life has come to
 * @param twinOf the partnership that stays, of one that was voided as its twin
 * @param version the partnership's version of the newest event it has seen
 */
public record PortfolioEntry(
        String partnershipId,
        String name,
        Partner partner,
        @Nullable String segment,
        @Nullable String externalKey,
        @Nullable String pattern,
        Stage stage,
        Instant stageSince,
        PortfolioLife life,
        boolean voided,
        @Nullable String twinOf,
        long version) {

    /** The company on the other side. */
    public record Partner(String name, String type, @Nullable String website) {

        private static Partner of(PartnerDescribed event) {
            return new Partner(event.partnerName(), event.partnerType(), event.partnerWebsite());
        }
    }

    /** Whether anything but the version is another after such an event; of the others are many. */
    static boolean dependsOn(PartnershipEvent event) {
        return switch (event) {
            case StageEntered _, PartnershipClassified _, SeatEvent _, VoidingEvent _ -> true;
            case DescriptionEvent description -> !(description instanceof RowImported);
            case StepRescheduled _, StepOwnerChanged _ -> false;
            case StepEvent _ -> true;
            case EvidenceEvent _,
                    ObligationEvent _,
                    ParkingEvent _,
                    MotionEvent _,
                    CorrectionEvent _,
                    MoveRefused _ ->
                    false;
        };
    }

    /** The entry after an event; null stands for a partnership that is not known yet. */
    public static @Nullable PortfolioEntry evolve(
            @Nullable PortfolioEntry entry, RecordedEvent recorded) {
        if (!(recorded.event() instanceof PartnershipEvent event)) {
            return entry;
        }
        if (entry == null) {
            return event instanceof PartnershipRegistered e ? of(recorded, e) : null;
        }
        return recorded.version() > entry.version ? entry.on(event, recorded.version()) : entry;
    }

    private static PortfolioEntry of(RecordedEvent recorded, PartnershipRegistered event) {
        return new PortfolioEntry(
                recorded.stream(),
                event.name(),
                new Partner(event.partnerName(), event.partnerType(), event.partnerWebsite()),
                event.segment(),
                event.externalKey(),
                null,
                Stage.PROSPECT,
                event.effectiveAt(),
                PortfolioLife.NEW,
                false,
                null,
                recorded.version());
    }

    private PortfolioEntry on(PartnershipEvent event, long at) {
        var described = event instanceof PartnerDescribed now ? now : null;
        var entered = event instanceof StageEntered now ? now : null;
        return new PortfolioEntry(
                partnershipId,
                event instanceof PartnershipRenamed renamed ? renamed.name() : name,
                described == null ? partner : Partner.of(described),
                described == null ? segment : described.segment(),
                described == null ? externalKey : described.externalKey(),
                event instanceof PatternChosen chosen ? chosen.pattern() : pattern,
                entered == null ? stage : entered.stage(),
                entered == null ? stageSince : entered.effectiveAt(),
                lifeAfter(event),
                event instanceof VoidingEvent ? event instanceof PartnershipVoided : voided,
                event instanceof VoidingEvent voiding ? twinOf(voiding) : twinOf,
                at);
    }

    /** How many of the next three steps are secured, 0 to 3; none of what is voided. */
    int stepsSecured() {
        return voided ? 0 : life.stepsSecured();
    }

    private static @Nullable String twinOf(VoidingEvent event) {
        return event instanceof PartnershipVoided voiding ? voiding.twinOf() : null;
    }

    private PortfolioLife lifeAfter(PartnershipEvent event) {
        return switch (event) {
            case PartnershipClassified e -> life.evolve(e);
            case SeatEvent e -> life.evolve(e);
            case StepEvent e -> life.evolve(e);
            case PartnershipRevived _ -> PortfolioLife.NEW;
            case PartnershipSunset _ -> life.withoutSteps();
            case StageEntered _, EvidenceEvent _, MotionEvent _, DescriptionEvent _ -> life;
            case ObligationEvent _, ParkingEvent _ -> life;
            case CorrectionEvent _, VoidingEvent _, MoveRefused _ -> life;
        };
    }
}
