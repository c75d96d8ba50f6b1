package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.http.Problem;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 on its way to the CSV parser, without a mark at its start and without what harms. */
final class CheckedCsvReader extends FilterReader {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** Ten times what the columns allow; a row beyond it is a quote that was never closed. */
    private static final int MAX_ROW_LENGTH = 65_536;

    private int sinceLastRow;

    private CheckedCsvReader(BufferedReader text) {
        super(text);
    }

    static CheckedCsvReader of(InputStream body) throws IOException {
        var utf8 =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = new BufferedReader(new InputStreamReader(body, utf8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return new CheckedCsvReader(text);
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
                throw Problem.badRequest("The file holds a NUL character; is it text?");
            }
        }
        sinceLastRow += Math.max(count, 0);
        if (sinceLastRow > MAX_ROW_LENGTH) {
            throw Problem.badRequest(
                    "A row is longer than %d characters; is a quote left open?"
                            .formatted(MAX_ROW_LENGTH));
        }
        return count;
    }
}
