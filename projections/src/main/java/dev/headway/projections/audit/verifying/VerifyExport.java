package dev.headway.projections.audit.verifying;

import dev.headway.projections.audit.transparency.Checkpoint;
import dev.headway.projections.audit.transparency.SignedNote;
import dev.headway.projections.audit.transparency.VerifierKey;
import dev.headway.projections.audit.transparency.WitnessKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./headway verify <export> [--key <file>]… [--checkpoint <file>]… [--witness <file>]…}:
 * ends with 0 when the export is what was sealed, with 1 when it is not, and with 2 when it was not
 * asked rightly.
 */
public final class VerifyExport {

    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int MISUSED = 2;

    private static final String USAGE =
            "verify <export.zip> [--key <file with verifier keys>] [--checkpoint <file kept elsewhere>]"
                    + " [--witness <file with its verifier key>]";

    private VerifyExport() {}

    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    /** The same without ending the process: what it would end with. */
    public static int run(PrintStream out, String... arguments) {
        var exports = new ArrayList<Path>();
        var keys = new ArrayList<VerifierKey>();
        var kept = new ArrayList<Checkpoint>();
        var witnesses = new ArrayList<WitnessKey>();
        try {
            var words = List.of(arguments).iterator();
            while (words.hasNext()) {
                var word = words.next();
                if (!word.startsWith("--")) {
                    exports.add(Path.of(word));
                } else if (word.equals("--key") && words.hasNext()) {
                    keys.addAll(keys(Path.of(words.next())));
                } else if (word.equals("--witness") && words.hasNext()) {
                    witnesses.addAll(witnesses(Path.of(words.next())));
                } else if (word.equals("--checkpoint") && words.hasNext()) {
                    kept.add(checkpoint(Path.of(words.next())));
                } else {
                    return misused(out, USAGE);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return misused(out, String.valueOf(e.getMessage()));
        }
        if (exports.size() != 1) {
            return misused(out, USAGE);
        }
        var verdict = new ExportVerifier(keys, kept, witnesses).verify(exports.getFirst());
        out.println(verdict);
        if (verdict.good() && keys.isEmpty()) {
            out.println(
                    "The keys are those that the export brings; --key has it held against yours");
        }
        return verdict.good() ? GOOD : BAD;
    }

    private static int misused(PrintStream out, String why) {
        out.println(why);
        return MISUSED;
    }

    private static List<VerifierKey> keys(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(VerifierKey::parse)
                .toList();
    }

    private static List<WitnessKey> witnesses(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(WitnessKey::parse)
                .toList();
    }

    private static Checkpoint checkpoint(Path file) throws IOException {
        return Checkpoint.parse(SignedNote.parse(Files.readString(file)).text());
    }
}
