package dev.headway.projections.watching.walk;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.AlertEvent.AlertSnoozed;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.projections.watching.tracking.CriteriaEvaluatorForTests;
import dev.headway.projections.watching.walk.AlertsOnRecord.Live;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Steps of the walk: time, events, answers, a policy, a rebuild or a restart. */
record RandomStep(WalkedWorld world, RandomGenerator random) {

    /**
     * What was taken.
     *
     * @param steps how many they were: what happens to many partnerships at once is one for each
     */
    record Taken(String what, int steps) {}

    static final List<String> WORDINGS = List.of("It holds", "It holds for all");

    private static final int PARTNERSHIPS = 150;
    private static final List<String> STAGES = List.of("PROSPECT", "PILOT", "LAUNCH", "SCALED");
    private static final List<String> THRESHOLDS =
            List.of("P1D", "P7D", "P20D", "P45D", "P60D", "P90D");
    private static final List<String> ASKED =
            List.of(
                    "relationship-seat-filled",
                    "all-seats-filled",
                    "rhythm-agreed",
                    "timing-right",
                    "pilot-scoped");

    /** Rules whose date is the due date unless a program says otherwise. */
    private static final List<String> CLOCKS =
            List.of(
                    "ghost-town",
                    "fading",
                    "planning-stall",
                    "steps-unsecured",
                    "step-overdue",
                    "rhythm-missed",
                    "seat-vacant",
                    "announced-unused",
                    "one-person-carries",
                    "objective-overdue",
                    "obligation-overdue");

    /**
     * Takes the next: time, a policy, a rebuild or a restart for all, or something of its own for
     * many at once.
     */
    Taken take() {
        var kind = random.nextInt(100);
        if (kind < 40) {
            return new Taken(time(), 1);
        }
        if (kind < 48) {
            return new Taken(program(), 1);
        }
        if (kind < 51) {
            world.rebuilds();
            return new Taken("rebuild", 1);
        }
        if (kind < 53) {
            world.restarts();
            return new Taken("restart", 1);
        }
        return everybody();
    }

    private Taken everybody() {
        var events = new RandomEvent(world, random);
        var took = new ArrayList<String>();
        for (var partnership : world.histories().entrySet()) {
            if (random.nextBoolean()) {
                var id = partnership.getKey();
                took.add(id + ": " + events.happens(id, partnership.getValue()));
            }
        }
        if (world.histories().size() < PARTNERSHIPS) {
            for (var born = 0; born < PARTNERSHIPS / 5; born++) {
                world.register();
                took.add("registered");
            }
        }
        for (var alert : world.live()) {
            if (!world.isDismissed(alert) && random.nextInt(35) == 0) {
                took.add(answer(alert));
            }
        }
        return new Taken(String.join("\n  ", took), took.size());
    }

    private String time() {
        var time =
                switch (random.nextInt(6)) {
                    case 0 -> Duration.ofHours(1 + random.nextInt(30));
                    case 1, 2 -> Duration.ofDays(1 + random.nextInt(3));
                    case 3 -> Duration.ofDays(3 + random.nextInt(8));
                    case 4 -> Duration.ofDays(10 + random.nextInt(25));
                    default ->
                            Duration.ofHours(24 - world.now().atOffset(ZoneOffset.UTC).getHour());
                };
        world.passes(time);
        return "time " + time;
    }

    private String program() {
        var thresholds = new ArrayList<Threshold>();
        for (var rule : CLOCKS) {
            if (random.nextInt(3) == 0) {
                thresholds.add(new Threshold(rule, null, any(THRESHOLDS)));
            }
            if (random.nextInt(4) == 0) {
                thresholds.add(new Threshold(rule, any(STAGES), any(THRESHOLDS)));
            }
        }
        var patterns = new ArrayList<PatternTemplate>();
        for (var pattern : List.of(Pattern.RESELL, Pattern.REFERRAL)) {
            if (random.nextBoolean()) {
                var asked = ASKED.stream().filter(_ -> random.nextBoolean()).toList();
                patterns.add(new PatternTemplate(pattern.name(), asked, null));
            }
        }
        world.changes(
                new ProgramChanged(
                        thresholds, List.of(), patterns, null, own(), null, null, world.now()));
        return "program " + thresholds + patterns;
    }

    private @Nullable List<OwnCriterion> own() {
        return random.nextInt(4) == 0
                ? null
                : List.of(
                        new OwnCriterion(
                                CriteriaEvaluatorForTests.OWN,
                                "LAUNCH",
                                any(WORDINGS),
                                List.of(),
                                "MANAGER",
                                random.nextBoolean() ? null : 20));
    }

    private String answer(Live alert) {
        var id = alert.alertId();
        var of = alert.held();
        var now = world.now();
        world.answers(
                switch (random.nextInt(3)) {
                    case 0 ->
                            new AlertAcknowledged(
                                    id, of.partnership(), of.rule(), "maria", null, now);
                    case 1 ->
                            new AlertSnoozed(
                                    id,
                                    of.partnership(),
                                    of.rule(),
                                    now.plus(Duration.ofDays(1 + random.nextInt(29))),
                                    "Later",
                                    now);
                    default -> new AlertDismissed(id, of.partnership(), of.rule(), "Wrong", now);
                });
        return "answer to " + of;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
