package dev.headway.projections.watching.standstill;

import dev.headway.contracts.Stage;
import dev.headway.contracts.written.DueDay;
import dev.headway.projections.watching.rules.Fading;
import dev.headway.projections.watching.rules.GhostTown;
import dev.headway.projections.watching.rules.PilotOverdue;
import dev.headway.projections.watching.rules.RhythmMissed;
import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.SeatVacant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a partnership stands still, in one sentence, and the one thing to do about it. Of several
 * reasons the first one counts: what nothing can go on without comes first. A ghost town, and what
 * fades, is told what would move it, since neither a plan nor a seat brings it back. A prospect
 * that is parked until a later day stands still on purpose, and what has ended does not go on at
 * all.
 */
public final class StandsStill {

    private static final Fading FADING = new Fading();
    private static final GhostTown GHOST_TOWN = new GhostTown();
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
     * @param zone where days end
     */
    static Optional<StandStill> of(Standing standing, Instant now, ZoneId zone) {
        return isExpectedToMove(standing, now, zone)
                ? Stream.of(
                                pilotEnded(standing),
                                unless(standing.isQuiet(), nothingPlanned(standing)),
                                beatMissed(standing),
                                nobodyUsesIt(standing),
                                quiet(standing),
                                seatEmpty(standing))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /** What is no motion brings nothing back that has been quiet for too long. */
    private static Optional<StandStill> unless(boolean isQuiet, Optional<StandStill> why) {
        return isQuiet ? Optional.empty() : why;
    }

    private static Optional<StandStill> quiet(Standing standing) {
        return Optional.ofNullable(standing.quietSince())
                .map(
                        motion ->
                                by(
                                        standing.isGhostTown() ? GHOST_TOWN : FADING,
                                        "Nothing has moved it since " + day(motion)));
    }

    private static boolean isExpectedToMove(Standing standing, Instant now, ZoneId zone) {
        var parked = standing.parkedUntil();
        return standing.isRegistered()
                && standing.stage().isActive()
                && (parked == null || DueDay.isOver(parked, now, zone));
    }

    private static Optional<StandStill> pilotEnded(Standing standing) {
        return Optional.ofNullable(standing.pilotEndedOn())
                .map(
                        end ->
                                by(
                                        PILOT_OVERDUE,
                                        "The pilot ended on %s, and nobody has judged it"
                                                .formatted(day(end))));
    }

    private static Optional<StandStill> nothingPlanned(Standing standing) {
        return standing.isPlanned()
                ? Optional.empty()
                : Optional.of(
                        new StandStill(
                                "no-open-step",
                                "No step is open",
                                "Plan the next step, with an owner and a date"));
    }

    private static Optional<StandStill> beatMissed(Standing standing) {
        return Optional.ofNullable(standing.meetingMissedOn())
                .map(
                        meeting ->
                                by(
                                        RHYTHM_MISSED,
                                        "The two sides meet every %d days, and did not by %s"
                                                .formatted(standing.everyDays(), day(meeting))));
    }

    private static Optional<StandStill> nobodyUsesIt(Standing standing) {
        return !standing.stage().isLaunched() || standing.hasCustomer()
                ? Optional.empty()
                : Optional.of(
                        new StandStill(
                                "no-customer",
                                standing.stage() == Stage.SCALED
                                        ? "It is scaled, and no joint win is recorded"
                                        : "It is launched, and no customer has used it",
                                standing.stage() == Stage.SCALED
                                        ? "Record a joint win: a customer who used it"
                                        : "Bring it to a first customer, and record the joint"
                                                + " win"));
    }

    private static Optional<StandStill> seatEmpty(Standing standing) {
        return standing.vacantSeats().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        by(
                                SEAT_VACANT,
                                "Nobody holds " + String.join(", ", standing.vacantSeats())));
    }

    private static StandStill by(Rule rule, String sentence) {
        return new StandStill(rule.id(), sentence, rule.relief());
    }

    /** As it was given, or the day in UTC on which it was. */
    private static String day(Instant at) {
        return at.toString().substring(0, "2026-01-31".length());
    }
}
