package dev.headway.projections.watching;

import dev.headway.contracts.Channel;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.ImportEvent.ImportFinished;
import dev.headway.contracts.ImportEvent.ImportStarted;
import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.PartnershipEvent.MotionImported;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PilotStarted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.watching.tracking.CriteriaEvaluatorForTests;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What happens in a test: partnerships that live, a program that changes, time that passes. */
public final class AllianceFixture {

    public static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    public final DrivenClock clock = new DrivenClock(MORNING);
    public final InMemoryEventLog events = new InMemoryEventLog();

    /** Stands in for those who keep the gates, which is the service. */
    final CriteriaEvaluatorForTests criteria = new CriteriaEvaluatorForTests(events);

    private List<String> watched = List.of();
    private List<PatternTemplate> patterns = List.of();
    private String actor = "maria";

    /** From now on, somebody else does what happens. */
    public AllianceFixture by(String somebody) {
        actor = somebody;
        return this;
    }

    /** A partnership that has just been launched, with three open steps. */
    public String launched(String name) {
        var id = piloting(name);
        launch(id);
        for (var step : List.of("a", "b", "c")) {
            plan(id, step);
        }
        return id;
    }

    /** A prospect that has just been registered. */
    public String registered(String name) {
        var id = UUID.randomUUID().toString();
        store(id, registered(id, name, now()));
        return id;
    }

    /** A partnership whose pilot has just started. */
    public String piloting(String name) {
        var id = registered(name);
        store(id, new PilotStarted(null, now()));
        return id;
    }

    public void launch(String id) {
        store(id, new PartnershipLaunched(null, now()));
    }

    /** A partnership of the past, moved last at {@code lastMotionAt}. */
    public String imported(String name, Instant lastMotionAt) {
        var id = UUID.randomUUID().toString();
        store(id, registered(id, name, lastMotionAt), Channel.IMPORT);
        store(id, new PilotStarted(null, lastMotionAt), Channel.IMPORT);
        store(id, new MotionImported(lastMotionAt), Channel.IMPORT);
        return id;
    }

    public String touchpoint(String id) {
        return touchpoint(id, now());
    }

    public String touchpoint(String id, Instant at) {
        return store(id, new TouchpointRecorded("JOINT_CALL", "Planned the quarter", null, at));
    }

    public String plan(String id, String step) {
        var due = now().plus(Duration.ofDays(200));
        return store(id, new StepPlanned(step, "Train sales", "ana", "OURS", due, now()));
    }

    public String drop(String id, String step) {
        return store(id, new StepDropped(step, "No longer needed", now()));
    }

    /** From now on these rules alone can come to be due, whatever a policy says of the others. */
    public AllianceFixture watchingOnly(String... rules) {
        watched = List.of(rules);
        policy();
        return this;
    }

    /** A program in which a pattern asks for these criteria alone. */
    public void policyFor(String pattern, String... criteria) {
        patterns = List.of(new PatternTemplate(pattern, List.of(criteria), null));
        policy();
    }

    public void policy(Threshold... thresholds) {
        var unwatched =
                DefaultThresholds.ALL.stream()
                        .map(Threshold::rule)
                        .filter(rule -> !watched.isEmpty() && !watched.contains(rule))
                        .map(rule -> after(rule, "P365000D"));
        var all = Stream.concat(Stream.of(thresholds), unwatched).toList();
        store("program", new ProgramChanged(all, List.of(), patterns, now()));
    }

    public static Threshold after(String rule, String duration) {
        return new Threshold(rule, null, duration);
    }

    public void importStarts() {
        importStarts("import-1");
    }

    public void importStarts(String id) {
        store(id, new ImportStarted(id, 3, now()), Channel.IMPORT);
    }

    public void importEnds() {
        importEnds("import-1");
    }

    public void importEnds(String id) {
        store(id, new ImportFinished(id, 3, 0, 0, 0, now()), Channel.IMPORT);
    }

    /** Records an event now, and answers its id. */
    public String store(String stream, HeadwayEvent event) {
        return store(stream, event, Channel.API);
    }

    /** Records that an earlier event never was and what was instead, and answers its id. */
    public String correct(String stream, FactWithdrawn withdrawn, HeadwayEvent anew) {
        events.recordedAt(now()).by(actor, "MANAGER", Channel.API.name());
        events.corrected(stream, withdrawn, anew);
        return events.last().eventId();
    }

    private String store(String stream, HeadwayEvent event, Channel channel) {
        events.recordedAt(now()).by(actor, "MANAGER", channel.name()).happened(stream, event);
        return events.last().eventId();
    }

    public Instant now() {
        return clock.instant();
    }

    private static PartnershipRegistered registered(String id, String name, Instant at) {
        return new PartnershipRegistered(id, name, name, "TELCO", null, null, null, at);
    }
}
