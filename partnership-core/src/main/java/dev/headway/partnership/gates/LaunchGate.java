package dev.headway.partnership.gates;

import dev.headway.contracts.Stage;
import java.util.List;

/** PILOT → LAUNCH: "don't just celebrate the launch — secure the next three steps". */
final class LaunchGate {

    static final Gate GATE =
            new Gate(
                    Stage.LAUNCH,
                    List.of(
                            new Criterion(
                                    "pilot-proved",
                                    "The pilot proved its success criterion",
                                    LaunchCriteria::pilotIsProved),
                            new Criterion(
                                    "customer-used",
                                    "A customer used the combined experience",
                                    LaunchCriteria::customerUsedIt),
                            new Criterion(
                                    "all-seats-filled",
                                    "Every seat is held by a named person",
                                    LaunchCriteria::allSeatsAreFilled),
                            new Criterion(
                                    "seams-pass",
                                    "Every seam passes, or does not apply",
                                    LaunchCriteria::seamsPass),
                            NextThreeSteps.CRITERION,
                            new Criterion(
                                    "rhythm-agreed",
                                    "A rhythm of collaboration is agreed",
                                    LaunchCriteria::rhythmIsAgreed),
                            new Criterion(
                                    "teams-consent",
                                    "The receiving teams confirm their capacity",
                                    LaunchCriteria::teamsConsent),
                            new Criterion(
                                    "exit-terms-agreed",
                                    "How to part is agreed",
                                    LaunchCriteria::exitTermsAreAgreed)));

    private LaunchGate() {}
}
