package dev.headway.projections.questions.figures;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.questions.figures.HowIsThePortfolioDoing.Answer;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The figures, computed once for everybody who asks at about the same time: an answer is good for
 * half a second, and whoever finds it being computed anew is content with one of the last second.
 * Somebody who has just written gets figures with that in them.
 */
@Component
class SharedFigures {

    private static final Duration GOOD_FOR = Duration.ofMillis(500);

    private final KnownFigures known;
    private final Positions positions;
    private final WhatDoesTheProgramAskFor program;
    private final BusinessCalendar calendar;
    private final Clock clock;
    private final Duration goodFor;
    private final ReentrantLock computing = new ReentrantLock();
    private volatile @Nullable SharedAnswer last;

    @Autowired
    SharedFigures(
            KnownFigures known,
            Positions positions,
            WhatDoesTheProgramAskFor program,
            BusinessCalendar calendar,
            Clock clock) {
        this(known, positions, program, calendar, clock, GOOD_FOR);
    }

    SharedFigures(
            KnownFigures known,
            Positions positions,
            WhatDoesTheProgramAskFor program,
            BusinessCalendar calendar,
            Clock clock,
            Duration goodFor) {
        this.calendar = calendar;
        this.known = known;
        this.positions = positions;
        this.program = program;
        this.clock = clock;
        this.goodFor = goodFor;
    }

    /** Figures that reflect at least a position. */
    SharedAnswer asOf(long wanted) {
        var recent = recent(wanted, goodFor);
        if (recent != null) {
            return recent;
        }
        if (!computing.tryLock()) {
            recent = recent(wanted, goodFor.multipliedBy(2));
            if (recent != null) {
                return recent;
            }
            computing.lock();
        }
        try {
            recent = recent(wanted, goodFor);
            return recent == null ? compute() : recent;
        } finally {
            computing.unlock();
        }
    }

    /** The last one, if it is not older than that. */
    private @Nullable SharedAnswer recent(long wanted, Duration age) {
        var shared = last;
        return shared != null && shared.isGood(wanted, clock.instant(), age) ? shared : null;
    }

    private SharedAnswer compute() {
        var position =
                positions.reachedBy(
                        List.of(HowIsThePortfolioDoing.NAME, WhatDoesTheProgramAskFor.NAME));
        var thresholds = program.thresholds();
        var partnerships = known.upToDate();
        var now = clock.instant();
        var answer =
                new Answer(
                        now,
                        StageFigures.of(partnerships, now),
                        LaunchFigures.of(partnerships, thresholds, now),
                        FirstUseFigures.sinceLaunch(partnerships),
                        FirstUseFigures.sinceAnnounced(partnerships),
                        PlaybookFigures.of(partnerships, thresholds, now),
                        PromiseFigures.claims(partnerships, now, calendar.zone()),
                        ExceptionCounts.of(partnerships, now, calendar.zone()),
                        PromiseFigures.strategicWithoutBend(partnerships));
        var shared = new SharedAnswer(position, answer, System.nanoTime());
        last = shared;
        return shared;
    }
}
