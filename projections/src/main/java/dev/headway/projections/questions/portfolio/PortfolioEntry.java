package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.questions.nextsteps.Plan;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows of one partnership, its motion aside. A revival begins a new life: partner
 * and pattern stay, classification, seats and steps do not.
 *
 * @param seats who holds which seat, by the seat's name
 * @param openSteps ids of the steps that are open
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
        @Nullable String classification,
        PortfolioSeats seats,
        Set<String> openSteps,
        long version) {

    /** The company on the other side. */
    public record Partner(String name, String type, @Nullable String website) {}

    /** Whether anything but the version is another after such an event; of the others are many. */
    static boolean dependsOn(PartnershipEvent event) {
        return switch (event) {
            case StageEntered _,
                    PartnershipRenamed _,
                    PatternChosen _,
                    PartnershipClassified _,
                    SeatEvent _ ->
                    true;
            case StepEvent step -> !(step instanceof StepRescheduled);
            case RowImported _,
                    EvidenceEvent _,
                    ObligationEvent _,
                    ParkingEvent _,
                    MotionEvent _,
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
        return recorded.version() > entry.version ? entry.on(event).at(recorded.version()) : entry;
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
                null,
                PortfolioSeats.EMPTY,
                Set.of(),
                recorded.version());
    }

    /** How many of the next three steps are secured, 0 to 3. */
    int stepsSecured() {
        return Math.min(Plan.NEXT_THREE, openSteps.size());
    }

    private PortfolioEntry on(PartnershipEvent event) {
        return switch (event) {
            case PartnershipRenamed e -> with(e.name(), pattern, classification, seats, openSteps);
            case PatternChosen e -> with(name, e.pattern(), classification, seats, openSteps);
            case PartnershipClassified e ->
                    with(name, pattern, e.classification(), seats, openSteps);
            case SeatEvent e -> with(name, pattern, classification, seats.evolve(e), openSteps);
            case StepEvent e -> with(name, pattern, classification, seats, planned(e));
            case PartnershipRevived e ->
                    with(name, pattern, null, PortfolioSeats.EMPTY, Set.of())
                            .in(e.stage(), e.effectiveAt());
            case StageEntered e -> in(e.stage(), e.effectiveAt());
            case RowImported _,
                    EvidenceEvent _,
                    ObligationEvent _,
                    ParkingEvent _,
                    MotionEvent _,
                    MoveRefused _ ->
                    this;
        };
    }

    private Set<String> planned(StepEvent event) {
        return switch (event) {
            case StepPlanned planned -> plus(openSteps, planned.stepId());
            case StepRescheduled _ -> openSteps;
            case StepCompleted _, StepDropped _ -> minus(openSteps, event.stepId());
        };
    }

    private PortfolioEntry in(Stage stage, Instant since) {
        return new PortfolioEntry(
                partnershipId,
                name,
                partner,
                segment,
                externalKey,
                pattern,
                stage,
                since,
                classification,
                seats,
                openSteps,
                version);
    }

    private PortfolioEntry at(long version) {
        return new PortfolioEntry(
                partnershipId,
                name,
                partner,
                segment,
                externalKey,
                pattern,
                stage,
                stageSince,
                classification,
                seats,
                openSteps,
                version);
    }

    private PortfolioEntry with(
            String name,
            @Nullable String pattern,
            @Nullable String classification,
            PortfolioSeats seats,
            Set<String> openSteps) {
        return new PortfolioEntry(
                partnershipId,
                name,
                partner,
                segment,
                externalKey,
                pattern,
                stage,
                stageSince,
                classification,
                seats,
                openSteps,
                version);
    }

    private static Set<String> plus(Set<String> set, String element) {
        var more = new TreeSet<>(set);
        more.add(element);
        return more;
    }

    private static Set<String> minus(Set<String> set, String element) {
        var fewer = new TreeSet<>(set);
        fewer.remove(element);
        return fewer;
    }
}
