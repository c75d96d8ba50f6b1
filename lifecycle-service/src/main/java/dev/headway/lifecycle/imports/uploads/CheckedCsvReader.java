package dev.headway.lifecycle.imports.uploads;

import dev.headway.projections.http.Problem;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;

/** Text on its way to the CSV parser, without what harms. */
final class CheckedCsvReader extends FilterReader {

    /** Ten times what the columns allow; a row beyond it is a quote that was never closed. */
    private static final int MAX_ROW_LENGTH = 65_536;

    private int sinceLastRow;

    CheckedCsvReader(BufferedReader text) {
        super(text);
    }

    /** The parser has come to the end of a row. */
    void rowEnded() {
        sinceLastRow = 0;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            if (buffer[i] == 0) {
                throw Problem.badRequest(
                        "The file holds a NUL character, as UTF-16 without a mark does; save it as"
                                + " CSV UTF-8");
            }
        }
        sinceLastRow += Math.max(count, 0);
        if (sinceLastRow > MAX_ROW_LENGTH) {
            throw Problem.badRequest(
                    "A row is longer than %d characters, as by a quote that is never closed; save it as CSV UTF-8"
                            .formatted(MAX_ROW_LENGTH));
        }
        return count;
    }
}
