package dev.headway.lifecycle.imports.uploads;

import dev.headway.projections.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What a file says it is. */
public enum UploadFormat {
    TEXT,
    WORKBOOK;

    public static final String CSV = "text/csv";
    public static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Set<?> CHARSETS =
            Set.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE);

    /**
     * @throws Problem 415 for text in another encoding than is read here
     */
    public static UploadFormat of(MediaType type) {
        if (MediaType.valueOf(XLSX).equalsTypeAndSubtype(type)) {
            return WORKBOOK;
        }
        var charset = type.getCharset();
        if (charset != null && !CHARSETS.contains(charset)) {
            throw Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported",
                    "The file must be in UTF-8, or in UTF-16 with a mark; save it as CSV UTF-8");
        }
        return TEXT;
    }
}
