package dev.headway.lifecycle.console;

import dev.headway.lifecycle.RunningHeadway;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * One service and one Chromium for all tests of pages, since a start takes longer than most of
 * them. What one test leaves behind another one sees, so each looks for what it made itself; a test
 * that needs a Headway as nobody has used it starts one of its own.
 */
final class SharedConsole {

    /** What was started so far, the newest first. */
    private static final Deque<AutoCloseable> STARTED = new ConcurrentLinkedDeque<>();

    private static final class Service {
        static final RunningHeadway HEADWAY = ended(RunningHeadway.start());
        static final SignedInPeople PEOPLE = new SignedInPeople(HEADWAY);
    }

    private static final class Browsers {
        static final Chromium CHROMIUM = ended(new Chromium());
    }

    static RunningHeadway headway() {
        return Service.HEADWAY;
    }

    static SignedInPeople people() {
        return Service.PEOPLE;
    }

    static Chromium chromium() {
        return Browsers.CHROMIUM;
    }

    /** Ends everything when the virtual machine does, which runs class after class. */
    private static void end() {
        STARTED.forEach(
                started -> {
                    try {
                        started.close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static <T extends AutoCloseable> T ended(T started) {
        STARTED.push(started);
        return started;
    }

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SharedConsole::end));
    }
}
