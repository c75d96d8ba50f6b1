package dev.headway.projections.console.facts;

import static dev.headway.projections.console.facts.FormField.day;
import static dev.headway.projections.console.facts.FormField.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded was otherwise: the form that recorded it, of which only what differs is filled
 * in; of a move it is the day.
 */
public final class Corrections {

    static final String ID = "correction";

    /** By kind of event, the form that records it. */
    private static final Map<String, String> FORMS =
            Map.ofEntries(
                    Map.entry("BendDelivered", "bend"),
                    Map.entry("CriterionAttested", "attestation"),
                    Map.entry("CustomersNotified", "customer-notice"),
                    Map.entry("DisqualifierScreened", "screening"),
                    Map.entry("ExitTermsAgreed", "exit-terms"),
                    Map.entry("ExitTermsConfirmed", "exit-terms-confirmation"),
                    Map.entry("VerdictConfirmed", "verdict-confirmation"),
                    Map.entry("IncentiveAligned", "incentive"),
                    Map.entry("JointWinRecorded", "joint-win"),
                    Map.entry("LeverageClaimed", "leverage-claim"),
                    Map.entry("MeasurementTaken", "measurement"),
                    Map.entry("KeyResultMeasured", "key-result"),
                    Map.entry("ObjectiveChanged", "objective"),
                    Map.entry("ObjectiveConfirmed", "objective-confirmation"),
                    Map.entry("ObjectiveDropped", "objective-drop"),
                    Map.entry("ObjectiveShared", "objective"),
                    Map.entry("ObligationDischarged", "obligation-met"),
                    Map.entry("ObligationHandedOver", "obligation-given"),
                    Map.entry("ObligationTaken", "obligation"),
                    Map.entry("PartnershipClassified", "classification"),
                    Map.entry("PartnershipAnnounced", "announcement"),
                    Map.entry("PatternChosen", "pattern"),
                    Map.entry("PilotJudged", "pilot-verdict"),
                    Map.entry("PilotScoped", "pilot-scope"),
                    Map.entry("ProspectParked", "parking"),
                    Map.entry("RhythmAgreed", "rhythm"),
                    Map.entry("SeamChecked", "seam"),
                    Map.entry("SeamFunded", "funding"),
                    Map.entry("SeatFilled", "seat"),
                    Map.entry("StepCompleted", "step-done"),
                    Map.entry("StepDropped", "step-drop"),
                    Map.entry("StepOwnerChanged", "step-owner"),
                    Map.entry("StepPlanned", "step"),
                    Map.entry("StepRescheduled", "step-later"),
                    Map.entry("TeamConsented", "consent"),
                    Map.entry("TimingRead", "timing"),
                    Map.entry("TouchpointRecorded", "touchpoint"));

    private static final String WHEN = "effectiveAt";

    private static final FormField WHY =
            prose("reason", "What was wrong about it")
                    .hint(
                            "What you change is recorded in its place. The entry stays in the story,"
                                    + " marked as corrected.");

    private static final Set<String> MOVES =
            Set.of(
                    "PartnershipRegistered",
                    "PilotStarted",
                    "PartnershipLaunched",
                    "PartnershipScaled",
                    "PartnershipSunset",
                    "PartnershipRevived",
                    "PartnershipSteppedBack");

    /** Of a move; the others have more to correct. */
    static final FactForm OF_MOVE =
            FactForm.post(
                    ID,
                    "Correct the day of a move",
                    "Correct it",
                    "/history/{on}/correction",
                    day(WHEN, "When it happened"),
                    WHY);

    private Corrections() {}

    /** Whether there is anything of it to correct. */
    public static boolean isPossible(String event) {
        return FORMS.containsKey(event) || isMove(event);
    }

    /** Whether it entered a stage: its day is corrected, and it is taken back by another move. */
    public static boolean isMove(String event) {
        return MOVES.contains(event);
    }

    /** The form for a kind of event. */
    static FactForm of(@Nullable String event) {
        return Optional.ofNullable(event)
                .map(FORMS::get)
                .flatMap(FactCatalogue::find)
                .map(Corrections::of)
                .orElse(OF_MOVE);
    }

    private static FactForm of(FactForm form) {
        List<FormField> fields = new ArrayList<>();
        for (var field : form.fields()) {
            if (!field.isInPath() && !field.name().equals("reason") && isRecorded(field)) {
                fields.add(field.name().equals(WHEN) ? day(WHEN, field.label()) : field);
            }
        }
        fields.add(WHY);
        return new FactForm(
                ID,
                "Correct what was recorded",
                OF_MOVE.submit(),
                OF_MOVE.said(),
                OF_MOVE.method(),
                OF_MOVE.path(),
                fields,
                Set.of(),
                OF_MOVE.by(),
                "");
    }

    /** Whether an entry says it again; of whom a touchpoint was about it does not. */
    private static boolean isRecorded(FormField field) {
        return !field.name().equals("personal");
    }
}
