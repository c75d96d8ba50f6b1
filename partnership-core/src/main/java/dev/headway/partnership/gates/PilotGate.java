package dev.headway.partnership.gates;

import dev.headway.contracts.Stage;
import java.util.List;

/** PROSPECT → PILOT: name the leverage, say how you would say no, and start narrow. */
final class PilotGate {

    static final Gate GATE =
            new Gate(
                    Stage.PILOT,
                    List.of(
                            new Criterion(
                                    "leverage-claimed",
                                    "The leverage is claimed, with a metric and a date",
                                    PilotCriteria::leverageIsClaimed),
                            new Criterion(
                                    "pattern-chosen",
                                    "One of the standard patterns is chosen",
                                    PilotCriteria::patternIsChosen),
                            ScreenedDisqualifiers.CRITERION,
                            new Criterion(
                                    "timing-right",
                                    "Both sides are ready, read within 90 days",
                                    PilotCriteria::timingIsRight),
                            new Criterion(
                                    "relationship-seat-filled",
                                    "Somebody owns the relationship day to day",
                                    PilotCriteria::relationshipSeatIsFilled),
                            new Criterion(
                                    "pilot-scoped",
                                    "The pilot has a use case, a success criterion and an end"
                                            + " within 90 days",
                                    PilotCriteria::pilotIsScoped)));

    private PilotGate() {}
}
