package dev.headway.projections.postgres;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code ./headway restore <backup>}: puts a backup in the place of the embedded server's data, and
 * what was archived since on top of it.
 */
public final class RestoreCommand {

    private static final String USAGE =
            "usage: ./headway restore <backup> [--archive=<folder>] [--until=<2026-11-28T14:00:00Z>]";

    private RestoreCommand() {}

    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    /**
     * @param arguments {@code HEADWAY_HOME}, the backup's folder, and options
     * @return 0, 1 when nothing was restored and the reason was printed, 2 for wrong arguments
     */
    static int run(PrintStream out, String... arguments) {
        var options = List.of(arguments).stream().skip(2).toList();
        try {
            if (arguments.length < 2 || !options.stream().allMatch(RestoreCommand::isOption)) {
                throw new IllegalArgumentException(USAGE);
            }
            var archive = option(options, "--archive=").map(Path::of);
            var until = option(options, "--until=").map(Instant::parse);
            var home = Path.of(arguments[0]).resolve("postgres");
            var restore =
                    new Restore(
                            home,
                            Path.of(arguments[1]),
                            archive.orElse(null),
                            until.orElse(null),
                            Clock.systemUTC());
            out.println(restore.run());
            return 0;
        } catch (EmbeddedPostgresException e) {
            out.println("headway: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException | DateTimeException e) {
            out.println(e.getMessage());
            return 2;
        }
    }

    private static boolean isOption(String argument) {
        return argument.startsWith("--archive=") || argument.startsWith("--until=");
    }

    private static Optional<String> option(List<String> options, String name) {
        return options.stream()
                .filter(each -> each.startsWith(name))
                .map(each -> each.substring(name.length()))
                .findFirst();
    }
}
