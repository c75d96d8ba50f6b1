package dev.headway.projections.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.headway.projections.scheduling.FixedDelayTasks.Task;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is done again and again is done again, whatever happens. */
class FixedDelayTasksTest {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofHours(1);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(FixedDelayTasks.class);
    private @Nullable FixedDelayTasks tasks;

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void stop() {
        if (tasks != null) {
            tasks.stop();
        }
        logger.setAdditive(true);
        logger.detachAppender(log);
    }

    @Test
    void an_error_does_not_keep_the_next_run_from_coming_and_is_logged_once_in_a_row() {
        var runs = new AtomicInteger();
        start(
                task(
                        () -> {
                            var run = runs.incrementAndGet();
                            if (run != 4) {
                                throw new StackOverflowError("run " + run);
                            }
                        }));

        await().until(() -> runs.get() >= 10);
        assertThat(log.list)
                .extracting(event -> event.getThrowableProxy().getMessage())
                .containsExactly("run 1", "run 5");
    }

    @Test
    void a_slow_task_holds_up_no_other() {
        var others = new CountDownLatch(3);
        var ended = new CountDownLatch(1);
        start(
                task(
                        () -> {
                            awaitQuietly(others);
                            ended.countDown();
                        }),
                task(others::countDown));

        assertThat(isOver(ended)).isTrue();
    }

    @Test
    void the_first_run_comes_at_once_and_the_next_after_the_delay() {
        var runs = new AtomicInteger();
        var ofAnother = new AtomicInteger();
        start(
                new Task("rare", LONG, runs::incrementAndGet),
                new Task("frequent", SHORT, ofAnother::incrementAndGet));

        await().until(() -> runs.get() == 1 && ofAnother.get() >= 50);
        assertThat(runs).hasValue(1);
    }

    @Test
    void stopping_waits_for_the_run_under_way_and_no_other_comes() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var runs = new AtomicInteger();
        var running =
                start(
                        task(
                                () -> {
                                    begun.countDown();
                                    awaitQuietly(mayEnd);
                                    runs.incrementAndGet();
                                }));
        awaitQuietly(begun);

        var stopping = Thread.ofVirtual().start(running::stop);
        await().until(() -> !running.isRunning() && isWaiting(stopping));
        assertThat(runs).hasValue(0);
        mayEnd.countDown();
        stopping.join();

        assertThat(runs).hasValue(1);
        assertThat(log.list).isEmpty();
    }

    @Test
    void a_run_that_does_not_end_is_interrupted_and_nothing_is_logged() {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        tasks =
                new FixedDelayTasks(
                        "test",
                        true,
                        List.of(
                                task(
                                        () -> {
                                            begun.countDown();
                                            try {
                                                new CountDownLatch(1).await();
                                            } catch (InterruptedException e) {
                                                interrupted.countDown();
                                                throw new IllegalStateException(e);
                                            }
                                        })),
                        Duration.ofMillis(20));
        tasks.start();
        awaitQuietly(begun);

        tasks.stop();

        assertThat(isOver(interrupted)).isTrue();
        assertThat(log.list).isEmpty();
    }

    @Test
    void what_was_stopped_can_be_started_again() {
        var runs = new AtomicInteger();
        var again = start(task(runs::incrementAndGet));
        await().until(() -> runs.get() > 0);
        again.stop();
        assertThat(again.isRunning()).isFalse();
        var before = runs.get();

        again.start();

        assertThat(again.isRunning()).isTrue();
        await().until(() -> runs.get() > before);
    }

    private FixedDelayTasks start(Task... each) {
        var started = new FixedDelayTasks("test", true, List.of(each));
        tasks = started;
        started.start();
        return started;
    }

    private static Task task(Runnable run) {
        return new Task("test", SHORT, run);
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        assertThat(isOver(latch)).isTrue();
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
