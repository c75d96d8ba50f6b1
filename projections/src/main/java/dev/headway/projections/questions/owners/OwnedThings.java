package dev.headway.projections.questions.owners;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.querying.ProjectionBehindException;
import dev.headway.projections.questions.nextsteps.OwnedSteps;
import dev.headway.projections.questions.portfolio.HeldSeats;
import dev.headway.projections.watching.alerts.OwnedAlerts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that somebody owns, in pages: however much it is, only one of them is in memory. */
@Component
public class OwnedThings {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE = 200;

    private final HeldSeats seats;
    private final OwnedSteps steps;
    private final OwnedAlerts alerts;
    private final EventLog log;
    private final Positions positions;

    OwnedThings(
            HeldSeats seats,
            OwnedSteps steps,
            OwnedAlerts alerts,
            EventLog log,
            Positions positions) {
        this.seats = seats;
        this.steps = steps;
        this.alerts = alerts;
        this.log = log;
        this.positions = positions;
    }

    /** What can be owned. */
    public enum Kind {
        SEATS(HeldSeats.POSITION),
        STEPS(OwnedSteps.POSITION),
        ALERTS(OwnedAlerts.POSITION);

        private final String readFrom;

        Kind(String readFrom) {
            this.readFrom = readFrom;
        }
    }

    /**
     * Something owned.
     *
     * @param partnershipName what the partnership is called now
     * @param subject the name of a seat, or the id of a step or an alert
     * @param name the name of a seat, the title of a step, or the rule of an alert
     */
    public record OwnedThing(
            String partnershipId, String partnershipName, Kind kind, String subject, String name) {}

    /**
     * Waits until everything of these kinds that is stored now is among what is owned.
     *
     * @throws ProjectionBehindException when it takes longer than somebody would wait
     */
    public void await(Collection<Kind> kinds) {
        var head = log.head();
        var read = kinds.stream().map(kind -> kind.readFrom).toList();
        try {
            if (!positions.await(read, head, PATIENCE)) {
                throw new ProjectionBehindException(Long.toString(head));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProjectionBehindException(Long.toString(head));
        }
    }

    /**
     * What somebody owns: the seats of partnerships that are not voided, open steps, alerts that
     * are not over.
     *
     * @param owner as {@link dev.headway.projections.tables.OwnerKey} has it
     */
    public Stream<OwnedThing> of(String owner, Kind kind) {
        return switch (kind) {
            case SEATS ->
                    OwnedThings.<HeldSeats.HeldSeat>pages(last -> seats.of(owner, last, PAGE))
                            .map(
                                    each ->
                                            new OwnedThing(
                                                    each.partnershipId(),
                                                    each.partnershipName(),
                                                    kind,
                                                    each.seat().name(),
                                                    each.seat().name()));
            case STEPS ->
                    OwnedThings.<OwnedSteps.OwnedStep>pages(last -> steps.of(owner, last, PAGE))
                            .map(
                                    each ->
                                            new OwnedThing(
                                                    each.partnershipId(),
                                                    each.partnershipName(),
                                                    kind,
                                                    each.stepId(),
                                                    each.title()));
            case ALERTS ->
                    OwnedThings.<OwnedAlerts.OwnedAlert>pages(last -> alerts.of(owner, last, PAGE))
                            .map(
                                    each ->
                                            new OwnedThing(
                                                    each.partnershipId(),
                                                    each.partnershipName(),
                                                    kind,
                                                    each.alertId().toString(),
                                                    each.rule()));
        };
    }

    /** From the first page on, until one is empty; each begins after the last of the one before. */
    private static <T> Stream<T> pages(Function<@Nullable T, List<T>> next) {
        return Stream.iterate(
                        next.apply(null),
                        page -> !page.isEmpty(),
                        page -> next.apply(page.getLast()))
                .flatMap(List::stream);
    }
}
