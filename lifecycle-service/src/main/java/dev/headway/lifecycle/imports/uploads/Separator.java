package dev.headway.lifecycle.imports.uploads;

import dev.headway.projections.http.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What stands between the values of a row. */
enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    /** Longer than any header; what lies beyond tells nothing. */
    private static final int LOOKAHEAD = 16_384;

    /** A spreadsheet's own first line, which says it. */
    private static final Pattern SAID =
            Pattern.compile("[ \t]*\"?sep=(.?)\"?[ \t]*?(\\R|$)", Pattern.CASE_INSENSITIVE);

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /**
     * How a file is to be parsed.
     *
     * @param linesBefore how many lines stand before what is parsed
     */
    record Found(Separator separator, int linesBefore) {}

    /**
     * As the file's first line says, or else the one that finds most of our columns in the first
     * line that has any text. The reader then stands where the rows begin.
     *
     * @param column what a heading stands for, if it is one of ours
     * @throws Problem 400 when the file says that it is another one
     */
    static Found of(BufferedReader text, Function<String, Optional<?>> column) throws IOException {
        text.mark(LOOKAHEAD);
        var buffer = new char[LOOKAHEAD];
        var start = new String(buffer, 0, fill(text, buffer));
        text.reset();
        var said = SAID.matcher(start);
        if (said.lookingAt()) {
            skip(text, said.end());
            return new Found(named(said.group(1)), 1);
        }
        return new Found(fitting(start, column), 0);
    }

    private static void skip(BufferedReader text, long characters) throws IOException {
        for (long left = characters; left > 0; ) {
            left -= text.skip(left);
        }
    }

    private static int fill(BufferedReader text, char[] buffer) throws IOException {
        var filled = 0;
        for (int read = 0; read >= 0 && filled < buffer.length; filled += Math.max(0, read)) {
            read = text.read(buffer, filled, buffer.length - filled);
        }
        return filled;
    }

    private static Separator named(String character) {
        return Arrays.stream(values())
                .filter(each -> character.equals(String.valueOf(each.character)))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.badRequest(
                                        "The first line says that '%s' separates the values; save it"
                                                        .formatted(character)
                                                + " as CSV UTF-8, with commas, semicolons, tabs or"
                                                + " pipes"));
    }

    private static Separator fitting(String start, Function<String, Optional<?>> column) {
        var header = HeaderLine.of(start);
        return Arrays.stream(values())
                .max(
                        Comparator.comparingLong((Separator each) -> each.columns(header, column))
                                .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** How many of our columns a header has when this one separates them. */
    private long columns(String header, Function<String, Optional<?>> column) {
        return Pattern.compile(Pattern.quote(String.valueOf(character)))
                .splitAsStream(header)
                .map(heading -> heading.strip().replace("\"", ""))
                .flatMap(heading -> column.apply(heading).stream())
                .distinct()
                .count();
    }
}
