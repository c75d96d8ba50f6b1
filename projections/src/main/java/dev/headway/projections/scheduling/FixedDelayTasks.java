package dev.headway.projections.scheduling;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Tasks that run for as long as the application does, each again after a fixed delay, by a
 * scheduler of Spring's with a thread for each: a slow one holds up nobody. Whatever a run fails
 * with, an {@link Error} too, the next one comes; the first failure in a row is logged.
 */
public final class FixedDelayTasks implements SmartLifecycle {

    /**
     * @param name in the log
     * @param delay between the end of a run and the next
     */
    public record Task(String name, Duration delay, Runnable run) {}

    private static final Logger LOG = LoggerFactory.getLogger(FixedDelayTasks.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final boolean autoStart;
    private final List<Task> tasks;
    private final Duration timeout;
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    /**
     * @param name of the threads
     * @param autoStart whether they run as soon as the application is up
     */
    public FixedDelayTasks(String name, boolean autoStart, List<Task> tasks) {
        this(name, autoStart, tasks, STOP_TIMEOUT);
    }

    FixedDelayTasks(String name, boolean autoStart, List<Task> tasks, Duration timeout) {
        this.name = name;
        this.autoStart = autoStart;
        this.tasks = List.copyOf(tasks);
        this.timeout = timeout;
    }

    @Override
    public synchronized void start() {
        var started = new ThreadPoolTaskScheduler();
        started.setPoolSize(tasks.size());
        started.setVirtualThreads(true);
        started.setThreadNamePrefix(name + "-");
        started.setWaitForTasksToCompleteOnShutdown(true);
        started.setAwaitTerminationMillis(timeout.toMillis());
        started.initialize();
        scheduler = started;
        for (var task : tasks) {
            started.scheduleWithFixedDelay(new LoggedTask(task), task.delay());
        }
    }

    /** Lets the runs under way end within five seconds, then interrupts them. */
    @Override
    public synchronized void stop() {
        var stopping = scheduler;
        if (stopping != null) {
            scheduler = null;
            stopping.shutdown();
            stopping.getScheduledExecutor().shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }

    /** Spring's own handler logs every failure: while a database is down, ten times a second. */
    private final class LoggedTask implements Runnable {

        private final Task task;
        private boolean failing;

        LoggedTask(Task task) {
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run().run();
                failing = false;
            } catch (Throwable e) { // whatever it was, the next run may go right
                if (!failing && isRunning()) {
                    LOG.error("{} failed and will be tried again", task.name(), e);
                }
                failing = true;
            }
        }
    }
}
