package dev.headway.lifecycle.imports.uploads;

import dev.headway.projections.http.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/**
 * The text of a file: in UTF-8, or in UTF-16 where a mark at its start says so. Without a mark an
 * encoding is never guessed.
 */
final class FileText {

    /** Further than anything but blanks stands before what a file begins with. */
    private static final int LOOKAHEAD = 1_024;

    private FileText() {}

    /**
     * @throws Problem 400 for what is told by its beginning to be no text of ours
     */
    static BufferedReader of(InputStream body) throws IOException {
        var bytes = new PushbackInputStream(body, OtherFormat.LONGEST);
        var start = bytes.readNBytes(OtherFormat.LONGEST);
        var other = OtherFormat.of(start);
        if (other.isPresent()) {
            throw other.get().problem();
        }
        bytes.unread(start);
        var text =
                BOMInputStream.builder()
                        .setInputStream(bytes)
                        .setByteOrderMarks(
                                ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                        .get();
        var mark = text.getBOM();
        return marked(
                decoded(
                        text,
                        mark == null
                                ? StandardCharsets.UTF_8
                                : Charset.forName(mark.getCharsetName())));
    }

    /** Markup and JSON are text, and no table; no heading begins as they do. */
    private static BufferedReader marked(BufferedReader text) throws IOException {
        text.mark(LOOKAHEAD);
        var first = text.read();
        for (int read = 1; read < LOOKAHEAD && Character.isWhitespace(first); read++) {
            first = text.read();
        }
        text.reset();
        if (first == '<') {
            throw Problem.badRequest(
                    "The file is HTML or XML and not CSV; open it in a spreadsheet, and save it as"
                            + " CSV UTF-8");
        }
        if (first == '{' || first == '[') {
            throw Problem.badRequest(
                    "The file is JSON and not CSV; send a header and rows as CSV UTF-8");
        }
        return text;
    }

    private static BufferedReader decoded(InputStream bytes, Charset charset) {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(bytes, decoder));
    }
}
