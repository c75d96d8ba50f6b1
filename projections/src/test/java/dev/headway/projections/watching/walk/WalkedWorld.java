package dev.headway.projections.watching.walk;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AlertEvent.*;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A few partnerships, the alerts about them, and what the plain rules make of their histories. */
final class WalkedWorld {

    private final AllianceFixture alliance = new AllianceFixture();
    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final Map<String, History> histories = new LinkedHashMap<>();
    private final Map<Held, Integer> times = new HashMap<>();
    private final Set<String> dismissed = new TreeSet<>();
    private WatchingFixture watching = new WatchingFixture(source, alliance, "team");
    private Set<Held> held = Set.of();
    private @Nullable ProgramChanged program;

    /** That a rule holds for something of a partnership. */
    record Held(String partnership, String rule, String subject) implements Comparable<Held> {
        @Override
        public int compareTo(Held other) {
            return toString().compareTo(other.toString());
        }
    }

    /** An alert that is not over. */
    record Live(String alertId, Held held, String status) {}

    Map<String, History> histories() {
        return histories;
    }

    Instant now() {
        return alliance.now();
    }

    String register(String name) {
        var id = alliance.registered(name);
        var history = new History();
        history.add((PartnershipEvent) alliance.events.all().getLast().event());
        histories.put(id, history);
        return id;
    }

    void happens(String partnership, PartnershipEvent event) {
        alliance.store(partnership, event);
        var unused = histories.computeIfPresent(partnership, (_, history) -> added(history, event));
    }

    void passes(Duration time) {
        alliance.clock.advance(time);
    }

    void changes(ProgramChanged changed) {
        program = changed;
        alliance.store("program", (HeadwayEvent) changed);
    }

    void answers(AlertEvent answer) {
        alliance.store("alert-" + answer.alertId(), answer);
        if (answer instanceof AlertDismissed) {
            dismissed.add(answer.alertId());
        }
    }

    void rebuilds() {
        watching.rebuild();
    }

    void restarts() {
        watching = new WatchingFixture(source, alliance, "team");
    }

    /** Alerts of what still holds are the same as before; what is new has one that is new. */
    void compare(String step) {
        watching.watch();
        var now = new TreeSet<Held>();
        Rules.ALL.forEach(rule -> now.addAll(heldAt(rule, now())));
        now.stream().filter(each -> !held.contains(each)).forEach(this::beginsAgain);
        held = now;
        var live = live();
        var alerted = new TreeSet<Held>();
        live.values().forEach(alert -> alerted.add(alert.held()));
        equal(step + ": what the rules say, and the alerts", held, alerted);
        equal(step + ": live alerts", live.size(), alerted.size());
        equal(step + ": times raised", sorted(times), raised());
        live.values().forEach(alert -> checkDismissal(step, alert));
        equal(step + ": times told", sum(times), watching.told("RAISED"));
    }

    /** What a rule says at an instant, of what is known now. */
    Set<Held> heldAt(Rule rule, Instant at) {
        var says = new TreeSet<Held>();
        histories.forEach(
                (id, history) ->
                        new PlainRules(history, program, at)
                                .subjectsOf(rule.id())
                                .forEach(subject -> says.add(new Held(id, rule.id(), subject))));
        return says;
    }

    Set<Held> held() {
        return held;
    }

    Map<String, Live> live() {
        var live = new LinkedHashMap<String, Live>();
        database.sql(
                        """
                        select   alert_id, partnership_id, rule, subject, status
                        from     alert
                        where    resolved_at is null
                        order by partnership_id, rule, subject
                        """)
                .query(
                        row -> {
                            var id = row.getString(1);
                            var about =
                                    new Held(row.getString(2), row.getString(3), row.getString(4));
                            live.put(id, new Live(id, about, row.getString(5)));
                        });
        return live;
    }

    private static History added(History history, PartnershipEvent event) {
        history.add(event);
        return history;
    }

    private void beginsAgain(Held again) {
        times.merge(again, 1, Integer::sum);
    }

    private Map<Held, Integer> raised() {
        var raised = new TreeMap<Held, Integer>();
        database.sql(
                        """
                        select   partnership_id, rule, subject, count(*)
                        from     alert
                        group by partnership_id, rule, subject
                        """)
                .query(
                        row -> {
                            raised.put(
                                    new Held(row.getString(1), row.getString(2), row.getString(3)),
                                    row.getInt(4));
                        });
        return raised;
    }

    private void checkDismissal(String step, Live alert) {
        equal(
                step + ": is dismissed " + alert,
                dismissed.contains(alert.alertId()),
                alert.status().equals("DISMISSED"));
    }

    private static Map<Held, Integer> sorted(Map<Held, Integer> times) {
        return new TreeMap<>(times);
    }

    private static int sum(Map<Held, Integer> times) {
        return times.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void equal(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + "\n  expected " + expected + "\n  but was  " + actual);
        }
    }
}
