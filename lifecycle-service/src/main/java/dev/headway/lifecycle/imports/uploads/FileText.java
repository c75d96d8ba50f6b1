package dev.headway.lifecycle.imports.uploads;

import dev.headway.lifecycle.http.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/**
 * The text of a file: in UTF-8, or in UTF-16 where a mark at its start says so. Without a mark an
 * encoding is never guessed.
 */
final class FileText {

    private static final byte[] ZIP = bytes('P', 'K', 3, 4);
    private static final byte[] OLE = bytes(0xD0, 0xCF, 0x11, 0xE0);
    private static final byte[] UTF_32LE = bytes(0xFF, 0xFE, 0, 0);

    private static final int LONGEST = 4;

    private FileText() {}

    /**
     * @throws Problem 400 for what is told by its first bytes to be no text of ours
     */
    static BufferedReader of(InputStream body) throws IOException {
        var bytes = new PushbackInputStream(body, LONGEST);
        var start = bytes.readNBytes(LONGEST);
        refuseOtherFormats(start);
        bytes.unread(start);
        var text =
                BOMInputStream.builder()
                        .setInputStream(bytes)
                        .setByteOrderMarks(
                                ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                        .get();
        var mark = text.getBOM();
        return decoded(
                text,
                mark == null ? StandardCharsets.UTF_8 : Charset.forName(mark.getCharsetName()));
    }

    private static void refuseOtherFormats(byte[] start) {
        if (startsWith(start, ZIP)) {
            throw Problem.badRequest(
                    "The file is a workbook and not text; send it as .xlsx with the Content-Type "
                            + UploadFormat.XLSX
                            + ", or save it as CSV UTF-8");
        }
        if (startsWith(start, OLE)) {
            throw Problem.badRequest(
                    "The file is an old or a protected workbook; save it as .xlsx without a"
                            + " password, or as CSV UTF-8");
        }
        if (startsWith(start, UTF_32LE)) {
            throw Problem.badRequest("The file is in UTF-32; save it as CSV UTF-8");
        }
    }

    private static BufferedReader decoded(InputStream bytes, Charset charset) {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(bytes, decoder));
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length
                && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
