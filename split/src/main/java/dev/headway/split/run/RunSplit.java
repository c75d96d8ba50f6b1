package dev.headway.split.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Started by {@code ./headway run --kafka}, which says what a node's command is. */
public final class RunSplit {

    private RunSplit() {}

    /**
     * Starts everything, and ends when it is told to, or with 1 when one of the processes died or
     * could not be started.
     */
    public static void main(String[] arguments) throws Exception {
        var settings = SplitSettings.of(System.getenv(), List.of(arguments));
        var split = new Split(settings, System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(split::end));
        try {
            split.start();
        } catch (IllegalStateException e) {
            if (split.isEnding()) {
                return;
            }
            fail(e.getMessage());
        }
        fail(split.awaitFirstEnd() + " ended, and the others with it");
    }

    private static void fail(@Nullable String why) {
        System.err.println("headway: " + why);
        System.exit(1);
    }
}
