package dev.headway.lifecycle.console;

import dev.headway.lifecycle.RunningHeadway;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One service and one Chromium for all tests of pages, since a start takes longer than most of
 * them. What one test leaves behind another one sees, so each looks for what it made itself; a test
 * that needs a Headway as nobody has used it starts one of its own.
 */
final class SharedConsole implements BeforeAllCallback {

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

    /** Ends everything when the last test of all is over. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(
                        SharedConsole.class,
                        _ -> (AutoCloseable) SharedConsole::end,
                        AutoCloseable.class);
    }

    private static void end() throws Exception {
        while (!STARTED.isEmpty()) {
            STARTED.pop().close();
        }
    }

    private static <T extends AutoCloseable> T ended(T started) {
        STARTED.push(started);
        return started;
    }
}
