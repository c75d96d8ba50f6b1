package dev.headway.projections.audit;

import static dev.headway.projections.audit.ReplacementExample.replaces;
import static dev.headway.projections.audit.ReplacementExample.replacesNothing;
import static dev.headway.projections.questions.EventPhrases.*;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.contracts.AlertEvent.AlertSnoozed;
import dev.headway.contracts.AuditEvent.AuditExported;
import dev.headway.contracts.AuditEvent.AuditSearched;
import dev.headway.contracts.AuditEvent.EventsRead;
import dev.headway.contracts.AuditEvent.PackMade;
import dev.headway.contracts.ErasureEvent.*;
import dev.headway.contracts.ImportEvent.ImportFinished;
import dev.headway.contracts.ImportEvent.ImportStarted;
import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.PartnerEvent.PartnerMerged;
import dev.headway.contracts.PartnerEvent.PartnerNamed;
import dev.headway.contracts.PartnerEvent.PartnerRenamed;
import dev.headway.contracts.PartnerEvent.PartnerUnmerged;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.PersonEvent.*;
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
import java.util.List;

/** One example for every kind of event: a kind without one fails the test. */
final class ReplacementExamples {

    private static final Instant AT = at("2026-02-01");
    private static final Instant MAY = at("2026-05-01");
    private static final Instant JUNE = at("2026-06-01");

    private ReplacementExamples() {}

    static final List<ReplacementExample> ALL =
            List.of(
                    // what is corrected is named by its place, so these two come first
                    replaces(
                            new FactWithdrawn("event-20", "PatternChosen", "Mistyped", AT),
                            "REFERRAL",
                            "RESELL",
                            new PatternChosen("RESELL", AT),
                            new PatternChosen("REFERRAL", AT)),
                    replaces(
                            new MoveDateCorrected("event-50", at("2026-01-05"), "Mistyped", AT),
                            "2026-01-02T00:00:00Z",
                            "2026-01-05T00:00:00Z",
                            acme(),
                            pilotStarted("2026-01-02")),
                    replacesNothing(registered("PartnershipRegistered", "Acme", "2026-01-01")),
                    replaces(
                            new PartnershipRenamed("Acme North", AT), "Acme", "Acme North", acme()),
                    replaces(
                            new PartnerDescribed("Acme Inc.", "AGENCY", null, null, null, AT),
                            "RESELLER",
                            "AGENCY",
                            acme()),
                    replaces(new PartnerAssigned("p-1", AT), "by name", "p-1", acme()),
                    replaces(
                            new PatternChosen("REFERRAL", AT),
                            "RESELL",
                            "REFERRAL",
                            new PatternChosen("RESELL", AT)),
                    replaces(
                            claim("4", JUNE),
                            "target: 3; dueOn: 2026-05-01T00:00:00Z",
                            "target: 4; dueOn: 2026-06-01T00:00:00Z",
                            claim("3", MAY)),
                    replaces(
                            screened("amber", "TRIGGERED"),
                            "CLEAR",
                            "TRIGGERED",
                            screened("amber", "CLEAR"),
                            screened("birch", "CLEAR")),
                    replaces(
                            new TimingRead("migration", false, "growth", true, AT),
                            "true",
                            "false",
                            new TimingRead("migration", true, "growth", true, AT)),
                    replaces(
                            new PartnershipClassified("TRANSACTIONAL", List.of(), AT),
                            "classification: STRATEGIC; bends: ROADMAP by 2026-05-01T00:00:00Z:"
                                    + " an export",
                            "classification: TRANSACTIONAL",
                            new PartnershipClassified(
                                    "STRATEGIC",
                                    List.of(new PromisedBend("b1", "ROADMAP", "an export", MAY)),
                                    AT)),
                    replaces(
                            new BendDelivered("b1", "Shipped in 4.2", AT),
                            "Shipped",
                            "Shipped in 4.2",
                            new BendDelivered("b1", "Shipped", AT)),
                    replaces(
                            new ProspectParked(JUNE, "Their audit", AT),
                            "2026-05-01T00:00:00Z",
                            "2026-06-01T00:00:00Z",
                            new ProspectParked(MAY, "Their audit", AT)),
                    replaces(
                            new ProspectUnparked(AT),
                            "until: 2026-05-01T00:00:00Z; reason: Their audit",
                            null,
                            new ProspectParked(MAY, "Their audit", AT)),
                    replaces(
                            seated("SUPPORT", "Mia", "OURS"),
                            "Ada",
                            "Mia",
                            seated("SUPPORT", "Ada", "OURS"),
                            seated("DELIVERY", "Kai", "PARTNER")),
                    replaces(
                            new SeatVacated("SUPPORT", AT),
                            "holder: Ada; side: OURS",
                            null,
                            seated("SUPPORT", "Ada", "OURS")),
                    replaces(
                            new PilotScoped("kits", "12 of 15", JUNE, AT),
                            "2026-05-01T00:00:00Z",
                            "2026-06-01T00:00:00Z",
                            new PilotScoped("kits", "12 of 15", MAY, AT)),
                    replaces(pilotStarted("2026-02-01"), "PROSPECT", "PILOT", acme()),
                    replaces(
                            new PilotJudged("EXTENDED", "Slow", JUNE, AT),
                            "verdict: DISPROVED; endsOn: 2026-05-01T00:00:00Z",
                            "verdict: EXTENDED; endsOn: 2026-06-01T00:00:00Z",
                            new PilotScoped("kits", "12 of 15", MAY, AT),
                            new PilotJudged("DISPROVED", "Slow", null, AT)),
                    replaces(
                            new VerdictConfirmed("PROVED", "Slow", null, "Mia", AT),
                            "Kai",
                            "Mia",
                            new PilotScoped("kits", "12 of 15", MAY, AT),
                            new PilotJudged("PROVED", "Slow", null, AT),
                            new VerdictConfirmed("PROVED", "Slow", null, "Kai", AT)),
                    replaces(
                            new ExitTermsAgreed("Return the kits", 60, AT),
                            "noticeDays: 30; confirmed by PARTNER: Kai",
                            "noticeDays: 60",
                            new ExitTermsAgreed("Return the kits", 30, AT),
                            new ExitTermsConfirmed("Return the kits", 30, "Kai", AT)),
                    replaces(
                            new ExitTermsConfirmed("Return the kits", 30, "Mia", AT),
                            "Kai",
                            "Mia",
                            new ExitTermsAgreed("Return the kits", 30, AT),
                            new ExitTermsConfirmed("Return the kits", 30, "Kai", AT)),
                    replaces(
                            new SeamChecked("ONBOARDING", "PASS", "Drill", AT),
                            "FAIL",
                            "PASS",
                            new SeamChecked("ONBOARDING", "FAIL", "Drill", AT)),
                    replaces(
                            new RhythmAgreed(14, "Call", AT),
                            "30",
                            "14",
                            new RhythmAgreed(30, "Call", AT)),
                    replaces(
                            new TeamConsented("SUPPORT", "Li", "two people", AT),
                            "one person",
                            "two people",
                            new TeamConsented("SUPPORT", "Li", "one person", AT)),
                    replaces(
                            new ExitTermsAgreed("Return the kits", 60, AT),
                            "30",
                            "60",
                            new ExitTermsAgreed("Return the kits", 30, AT)),
                    replaces(
                            new PartnershipLaunched(null, AT),
                            "PILOT",
                            "LAUNCH",
                            acme(),
                            pilotStarted("2026-01-02")),
                    replacesNothing(
                            touchpoint("Call", "2026-02-01"), touchpoint("Call", "2026-01-01")),
                    replacesNothing(win("Globex"), win("Globex")),
                    replacesNothing(measured("3"), measured("2")),
                    replacesNothing(new MotionImported(AT), new MotionImported(AT)),
                    replaces(row("Ada"), "Mia", "Ada", row("Mia")),
                    replacesNothing(planned("s1", "2026-05-01"), planned("s2", "2026-05-01")),
                    replaces(
                            new StepCompleted("s1", "Sent", AT),
                            "OPEN",
                            "DONE",
                            planned("s1", "2026-05-01")),
                    replaces(
                            new StepRescheduled("s1", JUNE, "Holidays", AT),
                            "2026-05-01T00:00:00Z",
                            "2026-06-01T00:00:00Z",
                            planned("s1", "2026-05-01")),
                    replaces(
                            new StepDropped("s1", "No longer needed", AT),
                            "OPEN",
                            "DROPPED",
                            planned("s1", "2026-05-01")),
                    replacesNothing(owed("o2"), owed("o1")),
                    replaces(
                            new ObligationDischarged("o1", "Early", AT),
                            "OPEN",
                            "DISCHARGED",
                            owed("o1")),
                    // says itself who has it now; who had it before nobody said
                    new ReplacementExample(
                            new ObligationHandedOver("o1", "Customer care", "Agreed", AT),
                            null,
                            "Customer care",
                            owed("o1")),
                    replacesNothing(asked("w2"), asked("w1")),
                    replaces(
                            new WaiverGranted("w1", "Until then", "ada", AT),
                            "REQUESTED",
                            "GRANTED",
                            asked("w1")),
                    replaces(
                            new WaiverRefused("w1", "No", "ada", AT),
                            "REQUESTED",
                            "REFUSED",
                            asked("w1")),
                    replaces(
                            new IncentiveAligned("SALES", "Double quota", AT),
                            "Quota",
                            "Double quota",
                            new IncentiveAligned("SALES", "Quota", AT)),
                    replaces(
                            new SeamFunded("Ada", "Two", AT),
                            "One",
                            "Two",
                            new SeamFunded("Ada", "One", AT)),
                    replaces(
                            new PartnershipScaled(null, AT),
                            "LAUNCH",
                            "SCALED",
                            acme(),
                            pilotStarted("2026-01-02"),
                            launched("2026-01-03")),
                    replaces(
                            new PartnershipSteppedBack("LAUNCH", "PILOT", "It broke", AT),
                            "LAUNCH",
                            "PILOT",
                            acme(),
                            pilotStarted("2026-01-02"),
                            launched("2026-01-03")),
                    replaces(
                            new CriterionAttested("reviewed", "It is reviewed", "The report", AT),
                            "The mail",
                            "The report",
                            new CriterionAttested("reviewed", "It is reviewed", "The mail", AT)),
                    replacesNothing(objective("Win the chains", "80")),
                    replaces(
                            new ObjectiveChanged("chains", "Win all chains", keyResults("90"), AT),
                            "title: Win the chains; keyResults: Stores from 12 to 80 stores by"
                                    + " 2026-05-01T00:00:00Z; confirmed by OURS: Kai",
                            "title: Win all chains; keyResults: Stores from 12 to 90 stores by"
                                    + " 2026-05-01T00:00:00Z",
                            objective("Win the chains", "80"),
                            confirmed("Kai")),
                    replaces(
                            confirmed("Mia"),
                            "Kai",
                            "Mia",
                            objective("Win the chains", "80"),
                            confirmed("Kai")),
                    replaces(
                            new KeyResultMeasured(
                                    "chains", "stores", new BigDecimal("31"), "Count", AT),
                            "20",
                            "31",
                            objective("Win the chains", "80"),
                            new KeyResultMeasured(
                                    "chains", "stores", new BigDecimal("20"), "Count", AT)),
                    replaces(
                            new ObjectiveDropped("chains", "Sold", AT),
                            "OPEN",
                            "DROPPED",
                            objective("Win the chains", "80")),
                    replaces(
                            new PartnershipAnnounced("Their fair", JUNE, AT),
                            "2026-05-01T00:00:00Z",
                            "2026-06-01T00:00:00Z",
                            new PartnershipAnnounced("Their fair", MAY, AT)),
                    replaces(
                            new CustomersNotified("By mail", JUNE, AT),
                            "2026-05-01T00:00:00Z",
                            "2026-06-01T00:00:00Z",
                            new CustomersNotified("By mail", MAY, AT)),
                    replaces(
                            sunset("2026-02-01"),
                            "PILOT",
                            "SUNSET",
                            acme(),
                            pilotStarted("2026-01-02")),
                    replaces(
                            revived("2026-02-02"),
                            "SUNSET",
                            "PROSPECT",
                            acme(),
                            sunset("2026-02-01")),
                    replaces(
                            new PartnershipVoided("Twice", "q", AT),
                            "voided: false",
                            "voided: true; twinOf: q",
                            acme()),
                    replaces(
                            new PartnershipUnvoided(AT),
                            "true",
                            "false",
                            acme(),
                            new PartnershipVoided("Twice", null, AT)),
                    replaces(
                            new MoveRefused("PILOT", "SCALED", "ILLEGAL", null, AT),
                            "PILOT",
                            "SCALED",
                            acme()),
                    replaces(
                            new AlertAcknowledged(
                                    "a", "AlertAcknowledged", "fading", "ada", null, AT),
                            "mia",
                            "ada",
                            new AlertAcknowledged(
                                    "a", "AlertAcknowledged", "fading", "mia", null, AT)),
                    replaces(
                            new AlertHandedOver("a", "AlertHandedOver", "fading", "ada", null, AT),
                            "mia",
                            "ada",
                            new AlertAcknowledged(
                                    "a", "AlertHandedOver", "fading", "mia", null, AT)),
                    replaces(
                            new StepOwnerChanged("s", "Ada", null, AT),
                            "Mia",
                            "Ada",
                            acme(),
                            new StepPlanned("s", "Call", "Mia", "OURS", MAY, AT)),
                    replaces(
                            new AlertSnoozed("a", "AlertSnoozed", "fading", JUNE, "Fair", AT),
                            "2026-05-01T00:00:00Z",
                            "2026-06-01T00:00:00Z",
                            new AlertSnoozed("a", "AlertSnoozed", "fading", MAY, "Fair", AT)),
                    replaces(
                            new AlertDismissed("a", "AlertDismissed", "fading", "False", AT),
                            "status: ACKNOWLEDGED; owner: mia",
                            "status: DISMISSED",
                            new AlertAcknowledged(
                                    "a", "AlertDismissed", "fading", "mia", null, AT)),
                    replaces(
                            program(threshold("ghost-town", null, "P90D")),
                            "ghost-town: P30D",
                            "ghost-town: P90D",
                            program(threshold("ghost-town", null, "P30D"))),
                    replacesNothing(new ImportStarted("i", 3, AT)),
                    replacesNothing(new ImportFinished("i", 1, 1, 1, 0, AT)),
                    replaces(
                            recognized("Mia Berg"), "Mia Holm", "Mia Berg", recognized("Mia Holm")),
                    replacesNothing(invited()),
                    replacesNothing(new AccountReset("p-1", JUNE, AT), invited()),
                    replaces(
                            new MailAddressCorrected("p-1", "mia@larkspur.example", JUNE, AT),
                            "mia@acme.example",
                            "mia@larkspur.example",
                            invited()),
                    replaces(new PasswordSet("p-1", AT), "INVITED", "ACTIVE", invited()),
                    replaces(
                            new RolesAssigned("p-1", List.of("MANAGER", "ADMIN"), AT),
                            "MANAGER",
                            "MANAGER, ADMIN",
                            invited()),
                    replaces(
                            new BoundToPartner("p-1", "globex", AT),
                            "acme",
                            "globex",
                            invited(),
                            new BoundToPartner("p-1", "acme", AT)),
                    replaces(
                            new AccountDisabled("p-1", "Left", AT),
                            "INVITED",
                            "DISABLED",
                            invited()),
                    replaces(
                            new AccountEnabled("p-1", AT),
                            "DISABLED",
                            "ACTIVE",
                            invited(),
                            new AccountDisabled("p-1", "Left", AT)),
                    replacesNothing(new SignedOutEverywhere("p-1", AT), invited()),
                    replacesNothing(new SignInsRefused("p-1", 5, JUNE, AT), invited()),
                    replacesNothing(
                            new AccessTokenCreated(
                                    "p-1", "t-1", "Report", List.of("VIEWER"), JUNE, AT),
                            invited()),
                    replacesNothing(new AccessTokenRevoked("p-1", "t-1", AT), invited()),
                    replacesNothing(
                            new CalendarLinkCreated("p-1", "l-1", "Phone", false, AT), invited()),
                    replacesNothing(new CalendarLinkRevoked("p-1", "l-1", AT), invited()),
                    replaces(
                            new ChatHandlesSet("p-1", List.of(new ChatHandle("SLACK", "U2")), AT),
                            "SLACK U1",
                            "SLACK U2",
                            new ChatHandlesSet("p-1", List.of(new ChatHandle("SLACK", "U1")), AT)),
                    replacesNothing(
                            new LogBegunAnew("log/2", "log", 700, "a note", "a statement", AT)),
                    replacesNothing(new AuditSearched("a-1", List.of(), AT)),
                    replacesNothing(new AuditExported("a-2", List.of(), 7, AT)),
                    replacesNothing(new PackMade("a-3", "2026-Q1", List.of(), AT)),
                    replacesNothing(new EventsRead("a-4", 0, List.of(), AT)),
                    replacesNothing(
                            new WebhookSubscribed(
                                    "crm",
                                    "https://a.example",
                                    "t-1",
                                    List.of(),
                                    List.of(),
                                    0,
                                    AT)),
                    replacesNothing(
                            new WebhookChanged(
                                    "crm", "https://b.example", "t-2", List.of(), List.of(), AT)),
                    replacesNothing(new WebhookPaused("crm", AT)),
                    replacesNothing(new WebhookResumed("crm", AT)),
                    replacesNothing(new WebhookReplayed("crm", 7, AT)),
                    replacesNothing(new WebhookSecretChanged("crm", "t-3", AT)),
                    replacesNothing(new WebhookDisabled("crm", "It answered 410", AT)),
                    replacesNothing(new WebhookDeleted("crm", AT)),
                    replacesNothing(acmeAsPartner()),
                    replaces(
                            new PartnerRenamed("p-1", "Acme Group", "RESELLER", null, AT),
                            "Acme",
                            "Acme Group",
                            acmeAsPartner()),
                    replaces(
                            new PartnerMerged("p-1", "p-2", "Acme Holding", "One company", AT),
                            "itself",
                            "Acme Holding",
                            acmeAsPartner()),
                    replaces(
                            new PartnerUnmerged("p-1", "p-2", AT),
                            "Acme Holding",
                            "itself",
                            acmeAsPartner(),
                            new PartnerMerged("p-1", "p-2", "Acme Holding", "One company", AT)),
                    replacesNothing(new RebuildRequested("people", AT)),
                    replacesNothing(new ReplayRequested("people", null, AT)),
                    replacesNothing(
                            new ErasureRequested("e-1", null, List.of(), "asked", "a", null, AT)),
                    replacesNothing(new ErasureApproved("e-1", "b", null, AT)),
                    replacesNothing(new ErasureRefused("e-1", "not yet", AT)),
                    replacesNothing(new KeysDestroyed("e-1", List.of("k"), AT)),
                    replacesNothing(new ErasureCompleted("e-1", null, 0, AT)));

    private static PersonEvent recognized(String name) {
        return new PersonRecognized(
                "p-1", "https://login.example", "00u", name, null, null, List.of("MANAGER"), AT);
    }

    private static PersonEvent invited() {
        return new PersonInvited(
                "p-1", "headway", "s", "Mia", "mia@acme.example", List.of("MANAGER"), JUNE, AT);
    }

    private static PartnerEvent acmeAsPartner() {
        return new PartnerNamed("p-1", "Acme", "RESELLER", null, AT);
    }

    private static PartnershipEvent acme() {
        return registered("p", "Acme", "2026-01-01");
    }

    private static PartnershipEvent claim(String target, Instant dueOn) {
        return new LeverageClaimed(
                "WIN_RATE",
                "They are in the room",
                "win rate",
                "%",
                new BigDecimal("1"),
                new BigDecimal(target),
                dueOn,
                AT);
    }

    private static PartnershipEvent screened(String disqualifier, String verdict) {
        return new DisqualifierScreened(disqualifier, "Nobody likes it", verdict, "Asked", AT);
    }

    private static PartnershipEvent win(String customer) {
        return new JointWinRecorded(customer, "Went live", "Their mail", AT);
    }

    private static PartnershipEvent measured(String value) {
        return new MeasurementTaken(new BigDecimal(value), "The dashboard", AT);
    }

    private static PartnershipEvent row(String owner) {
        return new RowImported("k", "Acme", null, null, null, owner, null, null, null, AT);
    }

    private static PartnershipEvent objective(String title, String target) {
        return new ObjectiveShared("chains", title, keyResults(target), AT);
    }

    private static List<KeyResult> keyResults(String target) {
        return List.of(
                new KeyResult(
                        "stores",
                        "Stores",
                        "stores",
                        new BigDecimal("12"),
                        new BigDecimal(target),
                        MAY));
    }

    private static PartnershipEvent confirmed(String by) {
        return new ObjectiveConfirmed("chains", "Win the chains", keyResults("80"), "OURS", by, AT);
    }

    private static PartnershipEvent owed(String id) {
        return new ObligationTaken(id, "Support", "Globex", MAY, AT);
    }

    private static PartnershipEvent asked(String id) {
        return new WaiverRequested(id, "seams-pass", "Late", MAY, "mia", AT);
    }
}
