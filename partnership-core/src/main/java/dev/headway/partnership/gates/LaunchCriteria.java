package dev.headway.partnership.gates;

import static dev.headway.partnership.gates.Criterion.Finding.everyOneOf;
import static dev.headway.partnership.gates.Criterion.Finding.recorded;

import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.SeamChecked;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.TeamConsented;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.verdicts.PilotVerdict;
import dev.headway.contracts.verdicts.SeamVerdict;
import dev.headway.partnership.gates.Criterion.Finding;

/** How each criterion in front of LAUNCH is evaluated. */
final class LaunchCriteria {

    private LaunchCriteria() {}

    static Finding pilotIsProved(GateContext context) {
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

    static Finding customerUsedIt(GateContext context) {
        var wins = context.evidence().jointWins();
        return Finding.count(wins.count(), 1, "joint win", wins.latest());
    }

    static Finding allSeatsAreFilled(GateContext context) {
        return everyOneOf(
                Seat.values(), "seats", seat -> context.latest(SeatFilled.class, seat).isPresent());
    }

    static Finding seamsPass(GateContext context) {
        return everyOneOf(
                Seam.values(),
                "seams",
                seam ->
                        context.latest(SeamChecked.class, seam)
                                .filter(check -> !check.verdict().equals(SeamVerdict.FAIL.name()))
                                .isPresent());
    }

    static Finding rhythmIsAgreed(GateContext context) {
        var rhythm = context.latest(RhythmAgreed.class);
        return recorded(
                rhythm,
                "a cadence and a forum",
                rhythm.map(r -> "every " + r.everyDays() + " days, " + r.forum()).orElse(""));
    }

    static Finding teamsConsent(GateContext context) {
        return everyOneOf(
                ReceivingTeam.values(),
                "teams",
                team -> context.latest(TeamConsented.class, team).isPresent());
    }

    static Finding exitTermsAreAgreed(GateContext context) {
        var terms = context.latest(ExitTermsAgreed.class);
        return recorded(
                terms,
                "exit terms",
                terms.map(t -> t.noticeDays() + " days' notice: " + t.summary()).orElse(""));
    }
}
