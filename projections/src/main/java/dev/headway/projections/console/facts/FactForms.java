package dev.headway.projections.console.facts;

import static dev.headway.projections.console.facts.FactForm.put;
import static dev.headway.projections.console.facts.FormField.choice;
import static dev.headway.projections.console.facts.FormField.day;
import static dev.headway.projections.console.facts.FormField.line;
import static dev.headway.projections.console.facts.FormField.number;
import static dev.headway.projections.console.facts.FormField.person;
import static dev.headway.projections.console.facts.FormField.prose;
import static dev.headway.projections.console.facts.FormField.whole;
import static dev.headway.projections.console.facts.FormField.yesNo;

import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.Mechanism;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.verdicts.PilotVerdict;
import dev.headway.contracts.verdicts.ScreeningVerdict;
import dev.headway.contracts.verdicts.SeamVerdict;
import java.util.List;

/** The forms of what gates ask for, in the order of a life. */
final class FactForms {

    private static final String AS_WORDED =
            "As it is worded now. Worded anew, it is to be confirmed again.";

    static final List<FactForm> ALL =
            List.of(
                    put(
                                    "leverage-claim",
                                    "Claim the leverage",
                                    "Claim it",
                                    "/leverage-claim",
                                    choice(
                                            "mechanism",
                                            "How it earns its keep",
                                            Mechanism.values()),
                                    prose("why", "Why this exists")
                                            .hint("Bluntly, in a sentence or two."),
                                    line("metric.name", "What is measured"),
                                    line("metric.unit", "In which unit"),
                                    number("metric.baseline", "Where it stands now"),
                                    number("metric.target", "Where it has to get to"),
                                    day("dueOn", "By when"))
                            .mends("leverage-claimed")
                            .dated(),
                    put(
                                    "pattern",
                                    "Choose the pattern",
                                    "Choose it",
                                    "/pattern",
                                    choice("pattern", "What is being executed", Pattern.values()))
                            .mends("pattern-chosen")
                            .dated(),
                    FactForm.post(
                                    "screening",
                                    "Screen for a disqualifier",
                                    "Record the screening",
                                    "/screenings",
                                    choice("disqualifier", "Which disqualifier"),
                                    choice("verdict", "What was found", ScreeningVerdict.values()),
                                    prose("note", "How you know"))
                            .mends("disqualifiers-clear")
                            .dated(),
                    put(
                                    "timing",
                                    "Read the timing",
                                    "Record the reading",
                                    "/timing",
                                    prose("ours.focus", "What we are busy with"),
                                    yesNo("ours.ready", "We are ready"),
                                    prose("partner.focus", "What they are busy with"),
                                    yesNo("partner.ready", "They are ready"))
                            .mends("timing-right")
                            .dated(),
                    put(
                                    "seat",
                                    "Fill a seat",
                                    "Fill it",
                                    "/seats/{seat}",
                                    choice("{seat}", "Which seat", Seat.values()),
                                    person("holder", "Who holds it"),
                                    choice("side", "Of which side", Side.values()))
                            .mends("relationship-seat-filled", "all-seats-filled")
                            .dated(),
                    put(
                                    "pilot-scope",
                                    "Scope the pilot",
                                    "Scope it",
                                    "/pilot-scope",
                                    prose("useCase", "The narrow, winnable use case"),
                                    prose(
                                            "successCriterion",
                                            "How both sides will know that it worked"),
                                    day("endsOn", "When it ends").hint("Within 90 days."))
                            .mends("pilot-scoped")
                            .dated(),
                    put(
                                    "pilot-verdict",
                                    "Judge the pilot",
                                    "Record the verdict",
                                    "/pilot-verdict",
                                    choice("verdict", "What it showed", PilotVerdict.values()),
                                    prose("evidence", "What shows it"),
                                    day("endsOn", "The new end")
                                            .optional()
                                            .hint("For an extension."))
                            .mends("pilot-proved")
                            .dated(),
                    put(
                                    "verdict-confirmation",
                                    "Confirm the verdict for the partner",
                                    "It is confirmed",
                                    "/pilot-verdict/confirmation",
                                    line("by", "Who says so for the partner").hint(AS_WORDED))
                            .mends("partner-confirmed-verdict")
                            .dated("When it was confirmed"),
                    put(
                                    "seam",
                                    "Check a seam",
                                    "Record the check",
                                    "/seams/{seam}",
                                    choice("{seam}", "Which seam", Seam.values()),
                                    choice("verdict", "What was found", SeamVerdict.values()),
                                    prose("evidence", "What shows it"))
                            .mends("seams-pass")
                            .dated(),
                    put(
                                    "rhythm",
                                    "Agree a rhythm",
                                    "Record it",
                                    "/rhythm",
                                    whole("everyDays", "Every how many days"),
                                    line("forum", "In which forum"))
                            .mends("rhythm-agreed")
                            .dated(),
                    put(
                                    "consent",
                                    "Record a team's consent",
                                    "Record it",
                                    "/consents/{team}",
                                    choice("{team}", "Which team", ReceivingTeam.values()),
                                    line("by", "Who says so for the team"),
                                    prose("capacity", "What they set aside for it"))
                            .mends("teams-consent")
                            .dated(),
                    put(
                                    "exit-terms",
                                    "Agree exit terms",
                                    "Record them",
                                    "/exit-terms",
                                    prose("summary", "What happens when it ends"),
                                    whole("noticeDays", "With how many days' notice"))
                            .mends("exit-terms-agreed")
                            .dated(),
                    put(
                                    "exit-terms-confirmation",
                                    "Confirm the exit terms for the partner",
                                    "They are confirmed",
                                    "/exit-terms/confirmation",
                                    line("by", "Who says so for the partner").hint(AS_WORDED))
                            .mends("partner-confirmed-exit-terms")
                            .dated("When they were confirmed"),
                    put(
                                    "announcement",
                                    "Announce it",
                                    "Record it",
                                    "/announcement",
                                    line("where", "Where the world was told")
                                            .hint("A launch is approval; this is its own fact."),
                                    day("announcedOn", "When it was told"))
                            .dated("From when that counts"),
                    put(
                                    "incentive",
                                    "Align an incentive",
                                    "Record it",
                                    "/incentives/{actor}",
                                    choice("{actor}", "Whose incentives", IncentiveActor.values()),
                                    prose("mechanism", "What makes the right thing right for them"))
                            .mends("incentives-aligned")
                            .dated(),
                    put(
                                    "funding",
                                    "Fund the seam",
                                    "Record it",
                                    "/funding",
                                    person("owner", "Who pays for it"),
                                    prose("summary", "With what"))
                            .mends("seam-funded")
                            .dated(),
                    put(
                                    "customer-notice",
                                    "Tell the customers",
                                    "Record it",
                                    "/customer-notice",
                                    prose("how", "How they were told")
                                            .hint("Where there were none to tell, say so."),
                                    day("notifiedOn", "When they were told")
                                            .hint("Without any to tell: when that was found."))
                            .mends("customers-notified")
                            .dated("From when that counts"));

    private FactForms() {}
}
