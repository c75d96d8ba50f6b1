package dev.headway.lifecycle.imports.uploads;

import dev.headway.projections.http.Problem;
import java.util.Arrays;
import java.util.Optional;

/** What people send instead of a table, told by its first bytes, and what they may do about it. */
enum OtherFormat {
    WORKBOOK(
            "The file is a workbook or another zip, and not text; send a workbook as .xlsx with the"
                    + " Content-Type "
                    + UploadFormat.XLSX
                    + ", or save it as CSV UTF-8",
            'P',
            'K',
            3,
            4),
    OLD_WORKBOOK(
            "The file is an old or a protected workbook; save it as .xlsx without a password, or as"
                    + " CSV UTF-8",
            0xD0,
            0xCF,
            0x11,
            0xE0),
    PDF(
            "The file is a PDF and not a table; save the table that it was made from as .xlsx, or as"
                    + " CSV UTF-8",
            '%',
            'P',
            'D',
            'F'),
    RICH_TEXT(Words.DOCUMENT, '{', '\\', 'r', 't'),
    PNG(Words.PICTURE, 0x89, 'P', 'N', 'G'),
    JPEG(Words.PICTURE, 0xFF, 0xD8, 0xFF),
    GIF(Words.PICTURE, 'G', 'I', 'F', '8'),
    GZIP(Words.PACKED, 0x1F, 0x8B),
    BZIP2(Words.PACKED, 'B', 'Z', 'h'),
    SEVEN_ZIP(Words.PACKED, '7', 'z', 0xBC, 0xAF),
    RAR(Words.PACKED, 'R', 'a', 'r', '!'),
    EMPTY_ZIP(Words.PACKED, 'P', 'K', 5, 6),
    UTF_32LE(Words.UTF_32, 0xFF, 0xFE, 0, 0),
    UTF_32BE(Words.UTF_32, 0, 0, 0xFE, 0xFF);

    /** How many bytes tell each of them. */
    static final int LONGEST = 4;

    private static final class Words {
        private static final String DOCUMENT =
                "The file is a document and not a table; save the table in it as .xlsx, or as CSV"
                        + " UTF-8";
        private static final String PICTURE =
                "The file is a picture and not a table; save the table as .xlsx, or as CSV UTF-8";
        private static final String PACKED =
                "The file is packed; unpack it, and send the table in it as .xlsx, or as CSV UTF-8";
        private static final String UTF_32 = "The file is in UTF-32; save it as CSV UTF-8";
    }

    private final String sentence;
    private final byte[] start;

    OtherFormat(String sentence, int... start) {
        this.sentence = sentence;
        this.start = new byte[start.length];
        for (int i = 0; i < start.length; i++) {
            this.start[i] = (byte) start[i];
        }
    }

    /** The format of a file that begins with these bytes, if it is one of them. */
    static Optional<OtherFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(each -> each.begins(file)).findFirst();
    }

    /** What is answered to whoever sends it. */
    Problem problem() {
        return Problem.badRequest(sentence);
    }

    private boolean begins(byte[] file) {
        return file.length >= start.length
                && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }
}
