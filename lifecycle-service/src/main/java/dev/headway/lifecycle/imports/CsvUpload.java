package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A file on its way in, read row by row as it arrives and to its end before any row counts: a file
 * that is broken somewhere is refused whole.
 */
final class CsvUpload {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setIgnoreEmptyLines(true)
                    .setIgnoreSurroundingSpaces(true)
                    .get();

    private final InputStream body;
    private final ImportProperties limits;
    private final Instant now;

    CsvUpload(InputStream body, ImportProperties limits, Instant now) {
        this.body = body;
        this.limits = limits;
        this.now = now;
    }

    /**
     * @throws Problem 400 for what is no CSV file with our columns in UTF-8, 413 for too much of it
     */
    List<ImportRow> rows() {
        try (var limited = new LimitedInputStream(body, limits.body());
                var text = CheckedCsvReader.of(limited);
                var parser = CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            return rows(parser, text);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private List<ImportRow> rows(CSVParser parser, CheckedCsvReader text) {
        var records = parser.iterator();
        if (!records.hasNext()) {
            throw Problem.badRequest("The file is empty");
        }
        var rowParser = new RowParser(CsvHeader.of(records.next().toList()), now);
        text.rowEnded();
        var rows = new ArrayList<ImportRow>();
        while (records.hasNext()) {
            if (rows.size() == limits.rows()) {
                throw Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        "The file has more than %d rows; split it".formatted(limits.rows()));
            }
            rows.add(rowParser.row(rows.size() + 1, records.next().toList()));
            text.rowEnded();
        }
        return rows;
    }

    private static Problem unreadable(@Nullable IOException e) {
        return switch (e) {
            case CharacterCodingException _ -> Problem.badRequest("The file is not in UTF-8");
            case CSVException malformed ->
                    Problem.badRequest(
                            "The file is not well-formed CSV: " + malformed.getMessage());
            case null, default -> Problem.badRequest("The file ended before it was complete");
        };
    }
}
