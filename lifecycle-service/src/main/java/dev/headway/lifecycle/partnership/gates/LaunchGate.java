package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.gates.Criterion.Finding.recorded;

import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.SeamChecked;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.TeamConsented;
import dev.headway.contracts.PilotVerdict;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Seam;
import dev.headway.contracts.SeamVerdict;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.gates.Criterion.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** PILOT → LAUNCH: "don't just celebrate the launch — secure the next three steps". */
public final class LaunchGate {

    /** Shared with the Scale gate: the plan must still be there when growth is asked for. */
    public static final Criterion NEXT_THREE_STEPS =
            new Criterion(
                    "next-three-steps",
                    "The next three steps are secured: owned, dated in the future, one on each"
                            + " side",
                    NextThreeSteps::areSecured);

    public static final Gate GATE =
            new Gate(
                    Stage.LAUNCH,
                    List.of(
                            new Criterion(
                                    "pilot-proved",
                                    "The pilot proved its success criterion",
                                    LaunchGate::pilotIsProved),
                            new Criterion(
                                    "customer-used",
                                    "A customer used the combined experience",
                                    LaunchGate::customerUsedIt),
                            new Criterion(
                                    "all-seats-filled",
                                    "Every seat is held by a named person",
                                    LaunchGate::allSeatsAreFilled),
                            new Criterion(
                                    "seams-pass",
                                    "Every seam passes, or does not apply",
                                    LaunchGate::seamsPass),
                            NEXT_THREE_STEPS,
                            new Criterion(
                                    "rhythm-agreed",
                                    "A rhythm of collaboration is agreed",
                                    LaunchGate::rhythmIsAgreed),
                            new Criterion(
                                    "teams-consent",
                                    "The receiving teams confirm their capacity",
                                    LaunchGate::teamsConsent),
                            new Criterion(
                                    "exit-terms-agreed",
                                    "How to part is agreed",
                                    LaunchGate::exitTermsAreAgreed)));

    private LaunchGate() {}

    private static Finding pilotIsProved(GateContext context) {
        var need = "verdict " + PilotVerdict.PROVED;
        return context.latest(PilotJudged.class)
                .map(
                        judged ->
                                new Finding(
                                        judged.verdict().equals(PilotVerdict.PROVED.name()),
                                        "verdict " + judged.verdict(),
                                        need,
                                        judged.evidence()))
                .orElseGet(() -> new Finding(false, "no verdict", need, null));
    }

    private static Finding customerUsedIt(GateContext context) {
        var wins = context.evidence().jointWins();
        return Finding.count(wins.count(), 1, "joint win", wins.latest());
    }

    private static Finding allSeatsAreFilled(GateContext context) {
        return each(
                Seat.values(), "seats", seat -> context.latest(SeatFilled.class, seat).isPresent());
    }

    private static Finding seamsPass(GateContext context) {
        return each(
                Seam.values(),
                "seams",
                seam ->
                        context.latest(SeamChecked.class, seam)
                                .filter(check -> !check.verdict().equals(SeamVerdict.FAIL.name()))
                                .isPresent());
    }

    private static Finding rhythmIsAgreed(GateContext context) {
        var rhythm = context.latest(RhythmAgreed.class);
        return recorded(
                rhythm,
                "a cadence and a forum",
                rhythm.map(r -> "every " + r.everyDays() + " days, " + r.forum()).orElse(""));
    }

    private static Finding teamsConsent(GateContext context) {
        return each(
                ReceivingTeam.values(),
                "teams",
                team -> context.latest(TeamConsented.class, team).isPresent());
    }

    private static Finding exitTermsAreAgreed(GateContext context) {
        var terms = context.latest(ExitTermsAgreed.class);
        return recorded(
                terms,
                "exit terms",
                terms.map(t -> t.noticeDays() + " days' notice: " + t.summary()).orElse(""));
    }

    /** Every one of a small set must hold; names those that do not. */
    public static <W extends Enum<W>> Finding each(W[] all, String what, Predicate<W> holds) {
        var open = Arrays.stream(all).filter(holds.negate()).map(Enum::name).toList();
        var have = (all.length - open.size()) + " of " + all.length + " " + what;
        return new Finding(
                open.isEmpty(),
                open.isEmpty() ? have : have + "; open: " + String.join(", ", open),
                all.length + " " + what,
                open.isEmpty() ? have : null);
    }
}
