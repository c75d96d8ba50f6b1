package dev.headway.lifecycle.eventstore;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.contracts.AlertEvent.AlertSnoozed;
import dev.headway.contracts.AuditEvent.AskedFilter;
import dev.headway.contracts.AuditEvent.AuditExported;
import dev.headway.contracts.AuditEvent.AuditSearched;
import dev.headway.contracts.AuditEvent.EventsRead;
import dev.headway.contracts.AuditEvent.PackMade;
import dev.headway.contracts.ErasureEvent.ErasureApproved;
import dev.headway.contracts.ErasureEvent.ErasureCompleted;
import dev.headway.contracts.ErasureEvent.ErasureRefused;
import dev.headway.contracts.ErasureEvent.ErasureRequested;
import dev.headway.contracts.ErasureEvent.ForgottenName;
import dev.headway.contracts.ErasureEvent.KeysDestroyed;
import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.ImportEvent.ImportFinished;
import dev.headway.contracts.ImportEvent.ImportStarted;
import dev.headway.contracts.PartnerEvent.PartnerMerged;
import dev.headway.contracts.PartnerEvent.PartnerNamed;
import dev.headway.contracts.PartnerEvent.PartnerRenamed;
import dev.headway.contracts.PartnerEvent.PartnerUnmerged;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PersonEvent.*;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.PilotLimit;
import dev.headway.contracts.ProgramEvent.PlaybookStep;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.ProjectionEvent.RebuildRequested;
import dev.headway.contracts.ProjectionEvent.ReplayRequested;
import dev.headway.contracts.SealingEvent.LogBegunAnew;
import dev.headway.contracts.WebhookEvent.WebhookChanged;
import dev.headway.contracts.WebhookEvent.WebhookDeleted;
import dev.headway.contracts.WebhookEvent.WebhookDisabled;
import dev.headway.contracts.WebhookEvent.WebhookPaused;
import dev.headway.contracts.WebhookEvent.WebhookReplayed;
import dev.headway.contracts.WebhookEvent.WebhookResumed;
import dev.headway.contracts.WebhookEvent.WebhookSecretChanged;
import dev.headway.contracts.WebhookEvent.WebhookSubscribed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of every event with every field filled; all companies and people are made up. */
final class EventSamples {

    private static final Instant AT = Instant.parse("2026-03-02T09:30:00.123456Z");
    private static final Instant DUE = Instant.parse("2026-06-30T00:00:00Z");

    private static final String PARTNER = "0c1d7a52-54a1-3d07-9b2a-0a3ff0a57c16";
    private static final String OTHER_PARTNER = "7d0a2a8e-3f0b-4c55-8d0e-9a6a4f3f1b22";
    private static final String PERSON = "2f6b1c1e-7d0a-8c55-9a63-0c2b7e4d9f10";

    private static final String ACCESS = "5d2c9a4b-1e3f-4a6c-8b7d-9e0f1a2b3c4d";
    private static final String TARGET = "7c1e5b90-2d4a-4f86-9a3b-0c5d7e9f1a2b";

    private EventSamples() {}

    /** As events are today; their golden files are those of the current revision. */
    static List<HeadwayEvent> today() {
        return List.of(
                new PartnershipRegistered(
                        "9b2f6a7e-3f0c-4f57-9d6b-6f1d0c8f7a11",
                        "Larkspur bundles",
                        "Larkspur Telecom",
                        "TELCO",
                        "https://larkspur.example",
                        "smb",
                        "crm-4711",
                        AT),
                new PartnershipRenamed("Larkspur bundles, north", AT),
                new PartnerDescribed(
                        "Larkspur Group",
                        "TELCO",
                        "https://larkspur.example",
                        "retail",
                        "crm-4712",
                        AT),
                new PartnerAssigned(PARTNER, AT),
                new PatternChosen("CO_DELIVERY", AT),
                new LeverageClaimed(
                        "DELIVERY_SPEED",
                        "Together we connect a customer in days, alone in weeks.",
                        "time to connect",
                        "days",
                        new BigDecimal("21.50"),
                        new BigDecimal("4"),
                        DUE,
                        AT),
                new DisqualifierScreened(
                        "no-sponsor",
                        "Nobody on their board wants it.",
                        "CLEAR",
                        "Both boards know of it.",
                        AT),
                new TimingRead("fibre roll-out", true, "new portal", false, AT),
                new PartnershipClassified(
                        "STRATEGIC",
                        List.of(new PromisedBend("bend-1", "PACKAGING", "one invoice", DUE)),
                        AT),
                new BendDelivered("bend-1", "First joint invoice sent.", AT),
                new ProspectParked(DUE, "Larkspur is merging.", AT),
                new ProspectUnparked(AT),
                new SeatFilled("SUPPORT", "Ada Brook", PERSON, "PARTNER", AT),
                new SeatVacated("SUPPORT", AT),
                new PilotScoped("bundle for cafés", "ten cafés connected", DUE, AT),
                new PilotStarted(gate("PILOT"), AT),
                new PilotJudged("PROVED", "Twelve cafés connected.", DUE, AT),
                new VerdictConfirmed("PROVED", "Twelve cafés connected.", DUE, "Ada Brook", AT),
                new SeamChecked("SUPPORT_HANDOFF", "PASS", "Drill of 1 March.", AT),
                new RhythmAgreed(14, "fortnightly call", AT),
                new TeamConsented("SUPPORT", "Jon Vale", "two people on call", AT),
                new ExitTermsAgreed("Customers stay with Larkspur.", 90, AT),
                new ExitTermsConfirmed("Customers stay with Larkspur.", 90, "Ada Brook", AT),
                new PartnershipLaunched(gate("LAUNCH"), AT),
                new TouchpointRecorded("JOINT_CALL", "Went through open orders.", "Ada Brook", AT),
                new JointWinRecorded(
                        "Café Meridian",
                        "Connected in three days.",
                        "order 77",
                        "SOURCED",
                        new BigDecimal("4800.00"),
                        "EUR",
                        AT),
                new MeasurementTaken(new BigDecimal("3.90"), "Report of May", AT),
                new RowImported(
                        "crm-4711",
                        "Larkspur bundles",
                        "Larkspur Agency",
                        "AGENCY",
                        "mid-market",
                        "Ada Brook",
                        "CO_DELIVERY",
                        "merged",
                        AT,
                        AT),
                new MotionImported(AT),
                new StepPlanned(
                        "step-1",
                        "Train the field team",
                        "Ada Brook",
                        PERSON,
                        "PARTNER",
                        DUE,
                        "LAUNCH",
                        AT),
                new StepCompleted("step-1", "Nine people trained.", AT),
                new StepRescheduled("step-1", DUE, "Trainer is ill.", AT),
                new StepDropped("step-1", "Done by the vendor.", AT),
                new StepOwnerChanged("step-1", "Mia Holm", PERSON, AT),
                new ObjectiveShared("cafes", "Win the cafés together", keyResults("120"), AT),
                new ObjectiveChanged("cafes", "Win the cafés of the north", keyResults("80"), AT),
                new KeyResultMeasured(
                        "cafes", "connected", new BigDecimal("31.50"), "Their count of May", AT),
                new ObjectiveConfirmed(
                        "cafes",
                        "Win the cafés of the north",
                        keyResults("80"),
                        "PARTNER",
                        "Ada Brook",
                        AT),
                new ObjectiveDropped("cafes", "The chain was sold.", AT),
                new ObligationTaken("obl-1", "Share the roadmap", "Larkspur Telecom", DUE, AT),
                new ObligationDischarged("obl-1", "Sent on 2 March.", AT),
                new ObligationHandedOver("obl-1", "Jon Vale", "By mail, confirmed.", AT),
                new CriterionAttested(
                        "security-reviewed",
                        "Our security team has reviewed it.",
                        "The report of 12 February.",
                        AT),
                new PartnershipAnnounced("Larkspur's partner day", DUE, AT),
                new WaiverRequested(
                        "waiver-1",
                        "exit-terms-agreed",
                        "Lawyers need May.",
                        DUE,
                        "mia",
                        PERSON,
                        "Mia Holm",
                        AT),
                new WaiverGranted(
                        "waiver-1", "The risk is small.", "noor", PERSON, "Noor Haddad", AT),
                new WaiverRefused(
                        "waiver-1", "Terms come first.", "noor", PERSON, "Noor Haddad", AT),
                new IncentiveAligned("SALES", "Joint deals count double.", AT),
                new SeamFunded("Jon Vale", PERSON, "One engineer for a year.", AT),
                new PartnershipScaled(gate("SCALED"), AT),
                new PartnershipSteppedBack("SCALED", "LAUNCH", "The field team left.", AT),
                new CustomersNotified("Letter to all 40 customers", DUE, AT),
                new PartnershipSunset("MERGED", "Larkspur was bought.", gate("SUNSET"), AT),
                new PartnershipRevived("The buyer wants it back.", AT),
                new FactWithdrawn(
                        "4f0a7d5e-8f43-4c8e-a0c8-0d8f5a3e9b21",
                        "TouchpointRecorded",
                        "It was another company.",
                        AT),
                new MoveDateCorrected(
                        "4f0a7d5e-8f43-4c8e-a0c8-0d8f5a3e9b21", DUE, "A typing error.", AT),
                new PartnershipVoided(
                        "Registered twice.", "9b2f6a7e-3f0c-4f57-9d6b-6f1d0c8f7a11", AT),
                new PartnershipUnvoided(AT),
                new MoveRefused("PILOT", "LAUNCH", "UNMET", shutGate("LAUNCH"), AT),
                new AlertAcknowledged(
                        "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4",
                        "9b2f6a7e-3f0c-4f57-9d6b-6f1d0c8f7a11",
                        "ghost-town",
                        "mia",
                        PERSON,
                        "Mia Holm",
                        "I call them on Monday.",
                        AT),
                new AlertHandedOver(
                        "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4",
                        "9b2f6a7e-3f0c-4f57-9d6b-6f1d0c8f7a11",
                        "ghost-town",
                        "Noor Haddad",
                        PERSON,
                        AT),
                new AlertSnoozed(
                        "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4",
                        "9b2f6a7e-3f0c-4f57-9d6b-6f1d0c8f7a11",
                        "ghost-town",
                        DUE,
                        "They merge until then.",
                        AT),
                new AlertDismissed(
                        "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4",
                        "9b2f6a7e-3f0c-4f57-9d6b-6f1d0c8f7a11",
                        "ghost-town",
                        "Their calls are in another calendar.",
                        AT),
                new ProgramChanged(
                        List.of(new Threshold("ghost-town", "PILOT", "P60D")),
                        List.of(new Disqualifier("no-sponsor", "Nobody on their board wants it.")),
                        List.of(new PatternTemplate("REFERRAL", List.of("leverage-claimed"), 30)),
                        List.of(new PilotLimit("PATTERN", "RESELL", 3)),
                        own(),
                        "Harbours buy from whom they know.",
                        List.of(
                                new PlaybookStep(
                                        "RESELL", "LAUNCH", "Train the field team", "PARTNER", 14)),
                        AT),
                new ImportStarted("import-1", 255, AT),
                new ImportFinished("import-1", 200, 30, 20, 5, AT),
                new PersonRecognized(
                        PERSON,
                        "https://login.larkspur.example",
                        "00u1a2b3c4",
                        "Mia Holm",
                        "mia.holm",
                        "mia@larkspur.example",
                        List.of("MANAGER", "APPROVER"),
                        AT),
                new PersonInvited(
                        PERSON,
                        "headway",
                        "7c0e1d52-3d5c-4d2e-8f5a-1b9b5a0f6a44",
                        "Mia Holm",
                        "mia@larkspur.example",
                        List.of("MANAGER"),
                        DUE,
                        AT),
                new AccountReset(PERSON, DUE, AT),
                new MailAddressCorrected(PERSON, "mia@larkspur.example", DUE, AT),
                new PasswordSet(PERSON, AT),
                new RolesAssigned(PERSON, List.of("MANAGER", "APPROVER"), AT),
                new BoundToPartner(PERSON, "larkspur", AT),
                new AccountDisabled(PERSON, "Left the company.", AT),
                new AccountEnabled(PERSON, AT),
                new SignedOutEverywhere(PERSON, AT),
                new SignInsRefused(PERSON, 10, DUE, AT),
                new AccessTokenCreated(
                        PERSON, "token-1", "nightly report", List.of("VIEWER"), DUE, AT),
                new AccessTokenRevoked(PERSON, "token-1", AT),
                new CalendarLinkCreated(
                        PERSON, "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11", "My phone", true, AT),
                new CalendarLinkRevoked(PERSON, "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11", AT),
                new ChatHandlesSet(PERSON, List.of(new ChatHandle("SLACK", "U012AB3CD")), AT),
                new ErasureRequested(
                        "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4",
                        "2f0c1d3e-5a6b-8c7d-9e8f-0a1b2c3d4e5f",
                        List.of(new ForgottenName("Ada Okafor")),
                        "She asked for it",
                        "alice",
                        "3f0c1d3e-5a6b-8c7d-9e8f-0a1b2c3d4e5f",
                        2L,
                        AT),
                new ErasureApproved(
                        "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4",
                        "bob",
                        "4f0c1d3e-5a6b-8c7d-9e8f-0a1b2c3d4e5f",
                        AT),
                new ErasureRefused("0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4", "Her contract runs", AT),
                new KeysDestroyed(
                        "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4",
                        List.of("abcdefghijklmnopqrstuvwxyz"),
                        AT),
                new ErasureCompleted(
                        "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4",
                        "2f0c1d3e-5a6b-8c7d-9e8f-0a1b2c3d4e5f",
                        2,
                        AT),
                new LogBegunAnew(
                        "headway.example/log/2",
                        "headway.example/log",
                        4711,
                        "headway.example/log\n4711\nroot\n\n— headway.example/log signature\n",
                        "headway-log/v1\nheadway.example/log/2\ndigest\n\n— headway.example/log/2 signature\n",
                        AT),
                new AuditSearched(
                        ACCESS,
                        List.of(
                                new AskedFilter("kind", "status-change"),
                                new AskedFilter(
                                        "partnership", "9b2f6a7e-3f0c-4f57-9d6b-6f1d0c8f7a11")),
                        AT),
                new AuditExported(ACCESS, List.of(new AskedFilter("format", "csv")), 4711, AT),
                new PackMade(ACCESS, "2026-Q1", List.of(new AskedFilter("quarter", "2026-Q1")), AT),
                new EventsRead(
                        ACCESS, 4711, List.of(new AskedFilter("type", "PartnershipLaunched")), AT),
                new WebhookSubscribed(
                        "crm",
                        "https://events.example.com",
                        TARGET,
                        List.of("PartnershipLaunched", "PartnershipScaled"),
                        List.of("9b2f6a7e-3f0c-4f57-9d6b-6f1d0c8f7a11"),
                        4711,
                        AT),
                new WebhookChanged(
                        "crm", "https://events.example.com", TARGET, List.of(), List.of(), AT),
                new WebhookPaused("crm", AT),
                new WebhookResumed("crm", AT),
                new WebhookReplayed("crm", 0, AT),
                new WebhookSecretChanged("crm", TARGET, AT),
                new WebhookDisabled("crm", "It answered 410: it wants nothing more", AT),
                new WebhookDeleted("crm", AT),
                new PartnerNamed(PARTNER, "Larkspur Ltd", "TELCO", "https://larkspur.example", AT),
                new PartnerRenamed(
                        PARTNER, "Larkspur Group", "TELCO", "https://larkspur.example", AT),
                new PartnerMerged(
                        PARTNER, OTHER_PARTNER, "Larkspur Holding", "One company since March", AT),
                new PartnerUnmerged(PARTNER, OTHER_PARTNER, AT),
                new RebuildRequested("ghost-towns", AT),
                new ReplayRequested("ghost-towns", "9b2f6a7e-3f0c-4f57-9d6b-6f1d0c8f7a11", AT));
    }

    private static List<KeyResult> keyResults(String target) {
        return List.of(
                new KeyResult(
                        "connected",
                        "Cafés that use both",
                        "cafés",
                        new BigDecimal("12"),
                        new BigDecimal(target),
                        DUE));
    }

    /**
     * What reading an older golden file must give today, by file name; add an entry when a revision
     * is raised.
     */
    static Map<String, HeadwayEvent> past() {
        var past = new HashMap<String, HeadwayEvent>();
        past.put(
                "ProgramChanged.v1.json",
                new ProgramChanged(
                        List.of(new Threshold("ghost-town", "PILOT", "P60D")),
                        List.of(new Disqualifier("no-sponsor", "Nobody on their board wants it.")),
                        List.of(new PatternTemplate("REFERRAL", List.of("leverage-claimed"), 30)),
                        AT));
        past.put(
                "ProgramChanged.v2.json",
                new ProgramChanged(
                        List.of(new Threshold("ghost-town", "PILOT", "P60D")),
                        List.of(new Disqualifier("no-sponsor", "Nobody on their board wants it.")),
                        List.of(new PatternTemplate("REFERRAL", List.of("leverage-claimed"), 30)),
                        List.of(new PilotLimit("PATTERN", "RESELL", 3)),
                        null,
                        null,
                        null,
                        AT));
        past.put(
                "ProgramChanged.v3.json",
                new ProgramChanged(
                        List.of(new Threshold("ghost-town", "PILOT", "P60D")),
                        List.of(new Disqualifier("no-sponsor", "Nobody on their board wants it.")),
                        List.of(new PatternTemplate("REFERRAL", List.of("leverage-claimed"), 30)),
                        List.of(new PilotLimit("PATTERN", "RESELL", 3)),
                        own(),
                        null,
                        null,
                        AT));
        past.put(
                "ProgramChanged.v4.json",
                new ProgramChanged(
                        List.of(new Threshold("ghost-town", "PILOT", "P60D")),
                        List.of(new Disqualifier("no-sponsor", "Nobody on their board wants it.")),
                        List.of(new PatternTemplate("REFERRAL", List.of("leverage-claimed"), 30)),
                        List.of(new PilotLimit("PATTERN", "RESELL", 3)),
                        own(),
                        "Harbours buy from whom they know.",
                        null,
                        AT));
        past.put(
                "JointWinRecorded.v1.json",
                new JointWinRecorded("Café Meridian", "Connected in three days.", "order 77", AT));
        past.put(
                "StepPlanned.v2.json",
                new StepPlanned(
                        "step-1",
                        "Train the field team",
                        "Ada Brook",
                        PERSON,
                        "PARTNER",
                        DUE,
                        null,
                        AT));
        past.putAll(pastOfPartnershipsAndPeople());
        return past;
    }

    private static List<OwnCriterion> own() {
        return List.of(
                new OwnCriterion(
                        "security-reviewed",
                        "LAUNCH",
                        "Our security team has reviewed it.",
                        List.of("EMBEDDED_PLATFORM"),
                        "APPROVER",
                        365));
    }

    private static Map<String, HeadwayEvent> pastOfPartnershipsAndPeople() {
        return Map.of(
                "SeamFunded.v1.json",
                new SeamFunded("Jon Vale", "One engineer for a year.", AT),
                "SeatFilled.v1.json",
                new SeatFilled("SUPPORT", "Ada Brook", "PARTNER", AT),
                "StepPlanned.v1.json",
                new StepPlanned("step-1", "Train the field team", "Ada Brook", "PARTNER", DUE, AT),
                "WaiverRequested.v1.json",
                new WaiverRequested(
                        "waiver-1", "exit-terms-agreed", "Lawyers need May.", DUE, "mia", AT),
                "WaiverGranted.v1.json",
                new WaiverGranted("waiver-1", "The risk is small.", "noor", AT),
                "WaiverRefused.v1.json",
                new WaiverRefused("waiver-1", "Terms come first.", "noor", AT),
                "AlertAcknowledged.v1.json",
                new AlertAcknowledged(
                        "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4",
                        "9b2f6a7e-3f0c-4f57-9d6b-6f1d0c8f7a11",
                        "ghost-town",
                        "mia",
                        "I call them on Monday.",
                        AT),
                "DisqualifierScreened.v1.json",
                new DisqualifierScreened(
                        "no-sponsor", null, "CLEAR", "Both boards know of it.", AT),
                "RowImported.v1.json",
                new RowImported(
                        "crm-4711",
                        "Larkspur bundles",
                        null,
                        null,
                        null,
                        "Ada Brook",
                        "CO_DELIVERY",
                        null,
                        null,
                        AT),
                "ErasureRequested.v1.json",
                new ErasureRequested(
                        "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4",
                        "2f0c1d3e-5a6b-8c7d-9e8f-0a1b2c3d4e5f",
                        List.of(new ForgottenName("Ada Okafor")),
                        "She asked for it",
                        "alice",
                        "3f0c1d3e-5a6b-8c7d-9e8f-0a1b2c3d4e5f",
                        AT));
    }

    private static EvaluatedGate gate(String to) {
        return new EvaluatedGate(to, 3, true, List.of(criterion("waiver-1")));
    }

    private static EvaluatedGate shutGate(String to) {
        return new EvaluatedGate(to, 3, false, List.of(criterion(null)));
    }

    private static EvaluatedCriterion criterion(@Nullable String waiver) {
        return new EvaluatedCriterion(
                "next-three-steps",
                "Three next steps are open, owned and dated.",
                true,
                false,
                "2 of 3 steps",
                "3 steps",
                "step-1, step-2",
                waiver);
    }
}
