package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.imports.uploads.UploadFormat;
import dev.headway.lifecycle.imports.uploads.UploadedRow;
import dev.headway.lifecycle.imports.uploads.UploadedRows;
import dev.headway.projections.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * A file that has come in whole, before any of its rows counts: one that is broken somewhere is
 * refused as a whole.
 *
 * @param ignoredColumns the headings that were passed over, as the caller asked
 */
record ImportFile(List<ImportRow> rows, List<String> ignoredColumns) {

    /**
     * How a file is to be read.
     *
     * @param ignoreUnknown whether columns that are none of ours are passed over
     */
    record Reading(
            UploadFormat format, boolean ignoreUnknown, ImportProperties limits, Instant now) {}

    /**
     * @throws Problem 400 for what is no file of rows with our columns, 413 for too much of it
     */
    static ImportFile read(InputStream body, Reading reading) {
        try (var rows =
                UploadedRows.of(
                        reading.format(), body, reading.limits().body(), ImportColumn::under)) {
            return read(rows, reading);
        } catch (IOException brokenOff) {
            throw Problem.badRequest("The file ended before it was complete; send it again");
        }
    }

    private static ImportFile read(UploadedRows uploaded, Reading reading) throws IOException {
        var header =
                ImportHeader.of(
                        nextFilled(uploaded)
                                .orElseThrow(
                                        () ->
                                                Problem.badRequest(
                                                        "The file is empty; send a header and"
                                                                + " rows")),
                        reading.ignoreUnknown());
        var parser = new RowParser(header, reading.now());
        var rows = new ArrayList<ImportRow>();
        var max = reading.limits().rows();
        for (var row = nextFilled(uploaded); row.isPresent(); row = nextFilled(uploaded)) {
            if (rows.size() == max) {
                throw Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        "The file has more than %d rows; split it".formatted(max));
            }
            rows.add(parser.row(rows.size() + 1, row.get()));
        }
        return new ImportFile(rows, header.ignored());
    }

    private static Optional<UploadedRow> nextFilled(UploadedRows rows) throws IOException {
        var next = rows.next();
        while (next.isPresent() && next.get().isBlank()) {
            next = rows.next();
        }
        return next;
    }
}
