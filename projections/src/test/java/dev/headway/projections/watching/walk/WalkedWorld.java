package dev.headway.projections.watching.walk;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.PartnershipEvent.MoveDateCorrected;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipUnvoided;
import dev.headway.contracts.PartnershipEvent.PartnershipVoided;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.projections.watching.walk.AlertsOnRecord.Live;
import dev.headway.projections.watching.walk.History.Fact;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Some partnerships, the alerts about them, and what the plain rules make of their histories. */
final class WalkedWorld {

    private final AllianceFixture alliance = new AllianceFixture();
    private final @Nullable DataSource source;
    private final Map<String, History> histories = new LinkedHashMap<>();
    private final Map<String, Set<Held>> saysOf = new LinkedHashMap<>();
    private final Map<Held, Integer> times = new HashMap<>();
    private final Set<String> dismissed = new HashSet<>();
    private final Map<Held, Instant> alerted = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private @Nullable WatchingFixture watching;
    private List<Live> live = List.of();
    private int ids;
    private int acts;
    private @Nullable ProgramChanged program;

    private WalkedWorld(@Nullable DataSource source) {
        this.source = source;
        restarts();
    }

    static WalkedWorld watched() {
        return new WalkedWorld(TestDatabase.migrated());
    }

    /** One in which things happen, and nobody raises alerts. */
    static WalkedWorld unwatched() {
        return new WalkedWorld(null);
    }

    Map<String, History> histories() {
        return histories;
    }

    @Nullable ProgramChanged program() {
        return program;
    }

    /** One that nothing else has. */
    String newId() {
        return "id-" + ++ids;
    }

    Instant now() {
        return alliance.now();
    }

    /** The alerts that were live at the last look. */
    List<Live> live() {
        return live;
    }

    boolean isDismissed(Live alert) {
        return dismissed.contains(alert.alertId());
    }

    /** Under an id that is the same whenever the same way is walked. */
    void register() {
        var id = newId();
        histories.put(id, new History());
        happens(id, new PartnershipRegistered(id, id, id, "TELCO", null, null, null, now()));
    }

    void happens(String partnership, PartnershipEvent event) {
        var who = somebody();
        var id = alliance.by(who).store(partnership, event);
        touch(partnership).add(new Fact(id, event, who));
    }

    void withdraws(String partnership, Fact fact) {
        alliance.store(partnership, withdrawal(fact));
        touch(partnership).withdraw(fact);
    }

    void corrects(String partnership, Fact fact, PartnershipEvent anew) {
        var who = somebody();
        var id = alliance.by(who).correct(partnership, withdrawal(fact), anew);
        touch(partnership).replace(fact, new Fact(id, anew, who));
    }

    void redates(String partnership, Fact move, Instant at) {
        var id = move.eventId();
        alliance.store(partnership, new MoveDateCorrected(id, at, "Mistyped", now()));
        var moved = ((StageEntered) move.event()).at(at);
        touch(partnership).replace(move, new Fact(id, moved, move.who()));
    }

    void voids(String partnership) {
        alliance.store(partnership, new PartnershipVoided("Twice", null, now()));
        touch(partnership).isVoided(true);
    }

    void unvoids(String partnership) {
        alliance.store(partnership, new PartnershipUnvoided(now()));
        touch(partnership).isVoided(false);
    }

    void passes(Duration time) {
        alliance.clock.advance(time);
        touched.addAll(histories.keySet());
    }

    void changes(ProgramChanged changed) {
        program = changed;
        alliance.store("program", (HeadwayEvent) changed);
        touched.addAll(histories.keySet());
    }

    void answers(AlertEvent answer) {
        alliance.store("alert-" + answer.alertId(), answer);
        if (answer instanceof AlertDismissed) {
            dismissed.add(answer.alertId());
        }
    }

    void rebuilds() {
        if (watching != null) {
            watching.rebuild();
        }
    }

    void restarts() {
        watching = source == null ? null : new WatchingFixture(source, alliance, "team");
    }

    /** Notes what holds while nobody looks: an alert of what has ceased to hold is over. */
    void note() {
        for (var id : touched) {
            saysOf.put(id, PlainRules.saysOf(id, histories, program, now()));
        }
        alerted.entrySet()
                .removeIf(
                        each ->
                                touched.contains(each.getKey().partnership())
                                        && (!holds(each.getKey())
                                                || hasLapsed(each.getKey(), each.getValue())));
        touched.clear();
    }

    /** Alerts of what still holds are the same as before; what is new has one that is new. */
    void compare(String step) {
        note();
        Objects.requireNonNull(watching).watch();
        var alerts = alerts();
        live = alerts.live();
        var held = held();
        held.stream()
                .filter(each -> alerted.putIfAbsent(each, now()) == null)
                .forEach(begins -> times.merge(begins, 1, Integer::sum));
        var seen = new HashSet<Held>();
        live.forEach(alert -> seen.add(alert.held()));
        equal(step + ": what the rules say, and the alerts", held, seen);
        equal(step + ": live alerts", live.size(), seen.size());
        live.forEach(alert -> checkDismissal(step, alert));
        var counts = alerts.counts();
        var raised = times.values().stream().mapToInt(Integer::intValue).sum();
        if (counts.raised() != raised) {
            equal(step + ": times raised", new TreeMap<>(times), alerts.raised());
        }
        equal(step + ": times told", raised, counts.told());
    }

    /** Everything for which a rule holds by what is known now. */
    Set<Held> held() {
        var held = new HashSet<Held>();
        saysOf.values().forEach(held::addAll);
        return held;
    }

    /** Each alert was raised for what it was to be raised for, and as often. */
    void compareAll() {
        equal("times raised", new TreeMap<>(times), alerts().raised());
    }

    private AlertsOnRecord alerts() {
        return new AlertsOnRecord(JdbcClient.create(Objects.requireNonNull(source)));
    }

    private boolean holds(Held held) {
        return Objects.requireNonNull(saysOf.get(held.partnership())).contains(held);
    }

    /** Whether time ended it and began it again since its alert was raised. */
    private boolean hasLapsed(Held held, Instant raisedAt) {
        var history = Objects.requireNonNull(histories.get(held.partnership()));
        return new PlainRules(history, program, now()).hasLapsed(held.rule(), raisedAt);
    }

    /** One of two, of whom one does most. */
    private String somebody() {
        return ++acts % 6 == 0 ? "otto" : "maria";
    }

    private History touch(String partnership) {
        touched.add(partnership);
        return Objects.requireNonNull(histories.get(partnership));
    }

    private FactWithdrawn withdrawal(Fact fact) {
        var kind = fact.event().getClass().getSimpleName();
        return new FactWithdrawn(fact.eventId(), kind, "It never held", now());
    }

    private void checkDismissal(String step, Live alert) {
        if (isDismissed(alert) != alert.status().equals("DISMISSED")) {
            throw new AssertionError(step + ": dismissed or not: " + alert);
        }
    }

    private static void equal(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + "\nbut was  " + actual + "\n" + what);
        }
    }

    private void equal(String what, Set<Held> expected, Set<Held> actual) {
        if (expected.equals(actual)) {
            return;
        }
        var missing = new TreeSet<>(expected);
        missing.removeAll(actual);
        var superfluous = new TreeSet<>(actual);
        superfluous.removeAll(expected);
        var lives = new TreeMap<String, List<Fact>>();
        Stream.of(missing, superfluous)
                .flatMap(Set::stream)
                .map(Held::partnership)
                .forEach(id -> lives.put(id, Objects.requireNonNull(histories.get(id)).recorded()));
        throw new AssertionError(
                "missing " + missing + "\nmore " + superfluous + "\n" + lives + "\n" + what);
    }
}
