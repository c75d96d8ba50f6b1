package dev.headway.projections.console.partnership;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Entries of a history as people would tell them. */
final class Headlines {

    /** What of an entry says most, where it is there. */
    private static final List<String> TELLING =
            List.of(
                    "summary",
                    "why",
                    "useCase",
                    "note",
                    "capacity",
                    "mechanism",
                    "what",
                    "how",
                    "stepOutcome",
                    "evidence");

    private Headlines() {}

    static String of(ApiObject entry) {
        return switch (entry.text("type")) {
            case "PartnershipRegistered" -> "Registered";
            case "PatternChosen" -> "Pattern chosen: " + Words.within(entry.text("pattern"));
            case "LeverageClaimed" -> "Leverage claimed: " + entry.text("metricName");
            case "DisqualifierScreened" ->
                    "%s screened: %s"
                            .formatted(
                                    entry.text("disqualifier"),
                                    Words.within(entry.text("verdict")));
            case "SeatFilled" ->
                    "%s seat filled by %s"
                            .formatted(Words.say(entry.text("seat")), entry.text("holder"));
            case "SeatVacated" -> Words.say(entry.text("seat")) + " seat vacated";
            case "SeamChecked" ->
                    "%s seam %s"
                            .formatted(
                                    Words.say(entry.text("seam")),
                                    Words.within(entry.text("verdict")));
            case "TeamConsented" -> Words.say(entry.text("team")) + " consented";
            case "TouchpointRecorded" -> Words.say(entry.text("kind"));
            case "CriterionAttested" -> "Attested: " + criterion(entry);
            case "PartnershipAnnounced" -> "Announced: " + entry.text("where");
            case "JointWinRecorded" ->
                    "Joint win with %s%s%s"
                            .formatted(
                                    entry.text("customer"),
                                    entry.has("amount") ? ", " + worth(entry) : "",
                                    entry.has("attribution")
                                            ? ", " + Words.within(entry.text("attribution"))
                                            : "");
            case "MeasurementTaken" -> "Measured " + entry.text("value");
            case "StepPlanned" -> "Step planned: " + entry.text("title");
            case "StepCompleted" -> "Step done" + regarding(entry);
            case "StepRescheduled" -> "Step moved" + regarding(entry);
            case "StepDropped" -> "Step dropped" + regarding(entry);
            case "StepOwnerChanged" -> "Step handed over" + regarding(entry);
            case "ObjectiveShared" -> "Objective shared: " + entry.text("title");
            case "ObjectiveChanged" -> "Objective changed: " + entry.text("title");
            case "ObjectiveConfirmed" ->
                    "Objective confirmed by %s for %s: %s"
                            .formatted(
                                    entry.text("by"),
                                    entry.text("side").equals("OURS") ? "our side" : "the partner",
                                    entry.text("title"));
            case "KeyResultMeasured" ->
                    "Key result %s measured %s%s"
                            .formatted(
                                    entry.text("keyResultId"),
                                    entry.text("value"),
                                    regarding(entry));
            case "ObjectiveDropped" -> "Objective dropped" + regarding(entry);
            case "ObligationTaken" -> "Obligation taken, due %s".formatted(day(entry, "dueOn"));
            case "ObligationDischarged" -> "Obligation discharged" + regarding(entry);
            case "ObligationHandedOver" -> "Obligation handed over" + regarding(entry);
            case "BendDelivered" -> "Bend delivered" + regarding(entry);
            case "ProspectParked" -> "Parked until " + day(entry, "until");
            case "PilotScoped" -> "Pilot scoped, until " + day(entry, "endsOn");
            case "RhythmAgreed" ->
                    "Rhythm agreed: every " + Words.count(entry.count("everyDays"), "day");
            case "PilotJudged" -> "Pilot " + Words.within(entry.text("verdict"));
            case "VerdictConfirmed" ->
                    "Verdict of the pilot confirmed by %s for the partner"
                            .formatted(entry.text("by"));
            case "ExitTermsConfirmed" ->
                    "Exit terms confirmed by %s for the partner".formatted(entry.text("by"));
            case "PilotStarted" -> "Pilot started";
            case "PartnershipLaunched" -> "Launched";
            case "PartnershipScaled" -> "Scaled";
            case "PartnershipSunset" -> "Sunset";
            case "PartnershipRevived" -> "Revived";
            case "MoveRefused" -> "%s refused".formatted(Words.say(refusedTo(entry)));
            case "WaiverRequested" ->
                    "Waiver asked for: %s, until %s"
                            .formatted(
                                    Words.within(entry.text("criterion")), day(entry, "expiresOn"));
            case "WaiverGranted" -> "Waiver granted" + criterion(entry);
            case "WaiverRefused" -> "Waiver refused" + criterion(entry);
            case "FactWithdrawn" ->
                    (entry.has("correctedBy") ? "Corrected: " : "Withdrawn: ")
                            + Words.event(entry.text("fact")).toLowerCase(Locale.ROOT);
            case "RowImported" -> "Row of an import";
            case "PartnerAssigned" ->
                    entry.has("partnerId")
                            ? "Said with which partner it is"
                            : "With the partner that its name leads to";
            case "PartnerNamed" -> "Known as " + entry.text("partnerName");
            case "PartnerMerged" -> "Merged into " + entry.text("intoName");
            case "PartnerUnmerged" -> "A company of its own again";
            case "RebuildRequested" -> "Had it built anew";
            case "ReplayRequested" -> "Had what was parked tried again";
            case "AuditSearched" -> "Searched" + asked(entry);
            case "AuditExported" -> "Exported" + asked(entry);
            case "EventsRead" -> "Read the events" + asked(entry);
            case "WebhookSubscribed" -> "Has events sent to " + entry.text("sentTo");
            case "WebhookChanged" -> "Has other events sent, to " + entry.text("sentTo");
            case "WebhookReplayed" -> "Has events sent again, after " + entry.text("after");
            case "WebhookDisabled" -> "Nothing is sent any more: " + entry.text("why");
            case "PackMade" -> "Made the pack of " + entry.text("quarter");
            default -> Words.event(entry.text("type"));
        };
    }

    /** As it was recorded, to the last digit. */
    private static String worth(ApiObject entry) {
        return entry.text("currency") + " " + entry.text("amount");
    }

    private static String asked(ApiObject entry) {
        var filters =
                entry.each("filters").stream()
                        .map(each -> each.text("name") + " " + each.text("value"))
                        .toList();
        return filters.isEmpty() ? " everything" : ": " + String.join(", ", filters);
    }

    /** What it is about, by the name that it was planned, promised or owed under. */
    private static String regarding(ApiObject entry) {
        return entry.has("regarding") ? ": " + entry.text("regarding") : "";
    }

    private static String criterion(ApiObject entry) {
        return entry.has("regarding") ? ": " + Words.within(entry.text("regarding")) : "";
    }

    /** The day in UTC, as days are given. */
    private static String day(ApiObject entry, String name) {
        return Words.sentence(entry.text(name));
    }

    private static String wanted(ApiObject keyResult) {
        return "%s from %s to %s %s by %s"
                .formatted(
                        keyResult.text("name"),
                        keyResult.text("baseline"),
                        keyResult.text("target"),
                        keyResult.text("unit"),
                        day(keyResult, "dueOn"));
    }

    private static String refusedTo(ApiObject entry) {
        var gate = entry.at("gate").text("to");
        return gate.isEmpty() ? entry.text("to") : gate;
    }

    /** The rest of it, in the words of whoever recorded it. */
    static String detail(ApiObject entry) {
        if (entry.text("type").equals("StepPlanned")) {
            return "%s, %s, due %s"
                    .formatted(
                            entry.text("owner"),
                            Words.within(entry.text("side")),
                            day(entry, "dueOn"));
        }
        var keyResults = entry.each("keyResults");
        if (!keyResults.isEmpty()) {
            return keyResults.stream().map(Headlines::wanted).collect(Collectors.joining("; "));
        }
        var reason = entry.text("reason");
        return TELLING.stream()
                .map(entry::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(reason);
    }
}
