package dev.headway.lifecycle.imports.uploads;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.util.unit.DataSize;

/** The rows of a file from its top, the header first; those with nothing in them may be there. */
public interface UploadedRows extends Closeable {

    /**
     * The rows of a file.
     *
     * @param limit how long the file may be
     * @param column what a heading stands for, by which a text's separator is told
     * @throws IOException when it ended before its first row
     */
    static UploadedRows of(
            UploadFormat format,
            InputStream body,
            DataSize limit,
            Function<String, Optional<?>> column)
            throws IOException {
        return switch (format) {
            case TEXT -> CsvRows.of(body, column);
            case WORKBOOK -> SheetRows.of(body, limit);
        };
    }

    /**
     * The next row; none behind the last one.
     *
     * @throws IOException when the file ended before it was complete, or is not what it seemed
     */
    Optional<UploadedRow> next() throws IOException;
}
