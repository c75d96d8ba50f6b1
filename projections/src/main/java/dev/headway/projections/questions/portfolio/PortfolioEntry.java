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
        long version) {

    /** The company on the other side. */
    public record Partner(String name, String type, @Nullable String website) {}

    /** Whether anything but the version is another after such an event; of the others are many. */
    static boolean dependsOn(PartnershipEvent event) {
        return switch (event) {
            case StageEntered _, PartnershipClassified _, SeatEvent _, VoidingEvent _ -> true;
            case DescriptionEvent description -> !(description instanceof RowImported);
            case StepEvent step -> !(step instanceof StepRescheduled);
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
                recorded.version());
    }

    private PortfolioEntry on(PartnershipEvent event, long at) {
        return switch (event) {
            case PartnershipRenamed e -> with(at, e.name(), pattern, stage, stageSince, life);
            case PartnerDescribed e -> with(at, e);
            case VoidingEvent e -> with(at, e instanceof PartnershipVoided);
            case PatternChosen e -> with(at, name, e.pattern(), stage, stageSince, life);
            case PartnershipClassified e -> with(at, life.evolve(e));
            case SeatEvent e -> with(at, life.evolve(e));
            case StepEvent e -> with(at, life.evolve(e));
            case PartnershipRevived e ->
                    with(at, name, pattern, e.stage(), e.effectiveAt(), PortfolioLife.NEW);
            case StageEntered e -> with(at, name, pattern, e.stage(), e.effectiveAt(), life);
            case RowImported _, EvidenceEvent _, ObligationEvent _, ParkingEvent _, MotionEvent _ ->
                    with(at, life);
            case CorrectionEvent _, MoveRefused _ -> with(at, life);
        };
    }

    private PortfolioEntry with(long version, PortfolioLife life) {
        return with(version, name, pattern, stage, stageSince, life);
    }

    private PortfolioEntry with(
            long version,
            String name,
            @Nullable String pattern,
            Stage stage,
            Instant stageSince,
            PortfolioLife life) {
        return new PortfolioEntry(
                partnershipId,
                name,
                partner,
                segment,
                externalKey,
                pattern,
                stage,
                stageSince,
                life,
                voided,
                version);
    }

    private PortfolioEntry with(long version, PartnerDescribed partner) {
        return new PortfolioEntry(
                partnershipId,
                name,
                new Partner(partner.partnerName(), partner.partnerType(), partner.partnerWebsite()),
                partner.segment(),
                partner.externalKey(),
                pattern,
                stage,
                stageSince,
                life,
                voided,
                version);
    }

    private PortfolioEntry with(long version, boolean voided) {
        return new PortfolioEntry(
                partnershipId,
                name,
                partner,
                segment,
                externalKey,
                pattern,
                stage,
                stageSince,
                life,
                voided,
                version);
    }
}
