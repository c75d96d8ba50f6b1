package dev.headway.projections.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a killed run left behind, so that the folder can be opened again: a server without its
 * service, children without their server, a {@code postmaster.pid} without a process. A process is
 * ours when its program lies in our own folder of programs; only those are touched. Called with the
 * lock held, so none of them can belong to a run that is alive.
 */
record OrphanedPostgres(PostgresFolder folder, PgCtl control) {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);

    void stop() {
        var left = processes();
        if (!left.isEmpty()) {
            LOG.info("An earlier run left PostgreSQL running: stopping it");
            if (folder.postmaster().filter(left::contains).isPresent()) {
                stopServer();
            }
            end(left);
        }
        removeStalePidFile();
    }

    private void stopServer() {
        try {
            control.stop(Duration.ofSeconds(30));
        } catch (EmbeddedPostgresException e) {
            LOG.warn("It does not stop by itself: {}", e.getMessage());
        }
    }

    /** Children end by themselves once their server is gone, unless something holds them up. */
    private void end(List<ProcessHandle> processes) {
        if (gone()) {
            return;
        }
        processes.forEach(ProcessHandle::destroyForcibly);
        if (!gone()) {
            throw new EmbeddedPostgresException(
                    "An earlier run's PostgreSQL cannot be stopped: processes %s"
                            .formatted(processes.stream().map(ProcessHandle::pid).toList()));
        }
    }

    /** Looks instead of waiting for exits: where nobody reaps children, an exit is never seen. */
    private boolean gone() {
        for (var look = 0; look < 100; look++) {
            if (processes().isEmpty()) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return false;
    }

    /**
     * PostgreSQL refuses to start while the number in a stale {@code postmaster.pid} happens to be
     * some other program's process, as it may be after a reboot.
     */
    private void removeStalePidFile() {
        folder.postmaster()
                .filter(this::usesOurData)
                .ifPresent(
                        postmaster -> {
                            throw new EmbeddedPostgresException(
                                    "Process %d, a PostgreSQL that Headway did not start, uses %s"
                                            .formatted(postmaster.pid(), folder.data()));
                        });
        folder.removePidFile();
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> program(process).startsWith(folder.programs() + "/"))
                .toList();
    }

    private boolean usesOurData(ProcessHandle process) {
        var arguments = process.info().arguments().orElse(new String[0]);
        return program(process).endsWith("/postgres")
                && List.of(arguments).contains(folder.data().toString());
    }

    private static String program(ProcessHandle process) {
        return process.info().command().orElse("");
    }
}
