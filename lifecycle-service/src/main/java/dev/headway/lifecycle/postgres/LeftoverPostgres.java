package dev.headway.lifecycle.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a killed run left behind, so that the folder can be opened again: a server without its
 * service, children without their server, a {@code postmaster.pid} without a process. A process is
 * ours when its program lies in our own folder of programs; only those are touched. Called with the
 * lock held, so none of them can belong to a run that is alive.
 */
record LeftoverPostgres(PostgresPrograms programs, Path programFolder, Path data) {

    private static final Logger log = LoggerFactory.getLogger(LeftoverPostgres.class);

    void stop() {
        var left = processes();
        if (left.isEmpty()) {
            forgetStalePid();
            return;
        }
        log.info("An earlier run left PostgreSQL running: stopping it");
        if (owner().filter(left::contains).isPresent()) {
            stopServer();
        }
        if (!ended(left)) {
            left.forEach(ProcessHandle::destroyForcibly);
            if (!ended(left)) {
                throw new PostgresFailed(
                        "An earlier run's PostgreSQL cannot be stopped: processes %s"
                                .formatted(left.stream().map(ProcessHandle::pid).toList()));
            }
        }
        forgetStalePid();
    }

    private void stopServer() {
        try {
            programs.run(
                    "pg_ctl",
                    List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30"));
        } catch (PostgresFailed e) {
            log.warn("It does not stop by itself: {}", e.getMessage());
        }
    }

    /**
     * PostgreSQL refuses to start while the number in a stale {@code postmaster.pid} happens to be
     * some other program's process, as it may be after a reboot.
     */
    private void forgetStalePid() {
        if (owner().filter(LeftoverPostgres::isPostgres).isPresent()) {
            throw new PostgresFailed(
                    "Process %d, a PostgreSQL that Headway did not start, uses %s"
                            .formatted(owner().orElseThrow().pid(), data));
        }
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new PostgresFailed("Cannot remove " + pidFile(), e);
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> program(process).startsWith(programFolder + "/"))
                .toList();
    }

    private Optional<ProcessHandle> owner() {
        return PostgresServer.pidIn(pidFile()).flatMap(ProcessHandle::of);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return program(process).endsWith("/postgres");
    }

    private static String program(ProcessHandle process) {
        return process.info().command().orElse("");
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private static boolean ended(List<ProcessHandle> processes) {
        var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(exits).get(5, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
