package dev.headway.projections.audit.export;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines with their ends, which are line feeds and nothing else. */
public final class LineReader {

    private static final int BUFFER = 1 << 16;

    /** Far more than an event can have, and far less than there is memory. */
    private static final int LONGEST = 1 << 24;

    private final Reader from;
    private final char[] buffer = new char[BUFFER];
    private int next;
    private int filled;

    public LineReader(Reader from) {
        this.from = from;
    }

    /**
     * The next line; the last one may have no end.
     *
     * @throws IOException when it cannot be read, or is longer than any event
     */
    Optional<String> next() throws IOException {
        var line = new StringBuilder();
        while (next < filled || fill()) {
            var end = endOfLine();
            line.append(buffer, next, end - next);
            next = end;
            requireOfAnEvent(line);
            if (line.charAt(line.length() - 1) == '\n') {
                return Optional.of(line.toString());
            }
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }

    /**
     * @throws IOException when a text is longer than any event
     */
    static void requireOfAnEvent(CharSequence text) throws IOException {
        if (text.length() > LONGEST) {
            throw new IOException("a line is longer than any event");
        }
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, from.read(buffer));
        return filled > 0;
    }

    /** Behind the next line feed, or behind all that is there. */
    private int endOfLine() {
        for (int i = next; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return filled;
    }
}
