package dev.headway.projections.watching.standstill;

import dev.headway.contracts.written.DueDay;
import dev.headway.projections.watching.facts.WatchedFacts;
import dev.headway.projections.watching.rules.DueDates;
import dev.headway.projections.watching.rules.PilotOverdue;
import dev.headway.projections.watching.rules.RhythmMissed;
import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.SeatVacant;
import dev.headway.projections.watching.rules.Watch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a partnership stands still, in one sentence, and the one thing to do about it. Of several
 * reasons the first one counts: what nothing can go on without comes first. A prospect that is
 * parked until a later day stands still on purpose, and what has ended does not go on at all.
 */
public final class StandsStill {

    private static final PilotOverdue PILOT_OVERDUE = new PilotOverdue();
    private static final RhythmMissed RHYTHM_MISSED = new RhythmMissed();
    private static final SeatVacant SEAT_VACANT = new SeatVacant();

    private StandsStill() {}

    /**
     * Why, and what to do.
     *
     * @param reason stable; the id of the rule that is due, or {@code no-open-step}, {@code
     *     no-customer}
     * @param sentence what is missing
     * @param action what would set it going, as an imperative
     */
    public record StandStill(String reason, String sentence, String action) {}

    /**
     * Empty for one that does not stand still.
     *
     * @param dates the policy in force: when each rule is due, and what patterns ask for
     */
    public static Optional<StandStill> of(WatchedFacts facts, DueDates dates, Instant now) {
        if (!isExpectedToMove(facts, now, dates.zone())) {
            return Optional.empty();
        }
        return Stream.<Supplier<Optional<StandStill>>>of(
                        () -> pilotEnded(facts, dates, now),
                        () -> nothingPlanned(facts),
                        () -> beatMissed(facts, dates, now),
                        () -> nobodyUsesIt(facts),
                        () -> seatEmpty(facts, dates, now))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What was voided was never registered, as far as anybody counts. */
    private static boolean isExpectedToMove(WatchedFacts facts, Instant now, ZoneId zone) {
        var parked = facts.planning().parkedUntil();
        return facts.planning().since() != null
                && facts.stage().isActive()
                && (parked == null || DueDay.isOver(parked.at(), now, zone));
    }

    private static Optional<StandStill> pilotEnded(
            WatchedFacts facts, DueDates dates, Instant now) {
        return due(PILOT_OVERDUE, facts, dates, now).stream()
                .findFirst()
                .map(
                        watch ->
                                by(
                                        PILOT_OVERDUE,
                                        "The pilot ended on %s, and nobody has judged it"
                                                .formatted(day(watch.anchor().at()))));
    }

    private static Optional<StandStill> nothingPlanned(WatchedFacts facts) {
        return facts.steps().open().count() > 0
                ? Optional.empty()
                : Optional.of(
                        new StandStill(
                                "no-open-step",
                                "No step is open",
                                "Plan the next step, with an" + " owner and a date"));
    }

    private static Optional<StandStill> beatMissed(
            WatchedFacts facts, DueDates dates, Instant now) {
        return due(RHYTHM_MISSED, facts, dates, now).stream()
                .findFirst()
                .map(
                        watch ->
                                by(
                                        RHYTHM_MISSED,
                                        "The two sides meet every %d days, and did not by %s"
                                                .formatted(
                                                        facts.rhythm().everyDays(),
                                                        day(watch.anchor().at()))));
    }

    private static Optional<StandStill> nobodyUsesIt(WatchedFacts facts) {
        return !facts.stage().isLaunched() || facts.hasCustomer()
                ? Optional.empty()
                : Optional.of(
                        new StandStill(
                                "no-customer",
                                "It is launched, and no customer has used it",
                                "Bring it to a first customer, and record the joint win"));
    }

    private static Optional<StandStill> seatEmpty(WatchedFacts facts, DueDates dates, Instant now) {
        var seats = due(SEAT_VACANT, facts, dates, now).stream().map(Watch::subject).toList();
        return seats.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        by(
                                SEAT_VACANT,
                                seats.stream()
                                        .collect(Collectors.joining(", ", "Nobody holds ", ""))));
    }

    private static List<Watch> due(Rule rule, WatchedFacts facts, DueDates dates, Instant now) {
        return rule.watches(facts).filter(watch -> dates.isDue(watch, now)).toList();
    }

    private static StandStill by(Rule rule, String sentence) {
        return new StandStill(rule.id(), sentence, rule.relief());
    }

    /** As it was given, or the day in UTC on which it was. */
    private static String day(Instant at) {
        return at.toString().substring(0, "2026-01-31".length());
    }
}
