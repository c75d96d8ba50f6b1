package dev.headway.testing;

import java.io.IOException;
import java.util.List;

/** What the operating system does to a process from outside. */
public final class Signals {

    private Signals() {}

    /** Its threads stop where they stand, as a hypervisor stops them. */
    public static void stop(Process process) throws IOException, InterruptedException {
        send("-STOP", process);
    }

    /** They go on, and know nothing of it. */
    public static void goOn(Process process) throws IOException, InterruptedException {
        send("-CONT", process);
    }

    private static void send(String which, Process process)
            throws IOException, InterruptedException {
        var signal = List.of("kill", which, String.valueOf(process.pid()));
        if (new ProcessBuilder(signal).start().waitFor() != 0) {
            throw new IllegalStateException("Could not " + signal);
        }
    }
}
