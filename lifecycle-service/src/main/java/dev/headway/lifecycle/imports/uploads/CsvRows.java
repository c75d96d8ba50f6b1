package dev.headway.lifecycle.imports.uploads;

import dev.headway.projections.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a text whose values are separated by a character, read as they arrive. */
final class CsvRows implements UploadedRows {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setIgnoreEmptyLines(false) // they are counted
                    .setIgnoreSurroundingSpaces(true)
                    .get();

    private final CheckedCsvReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int linesBefore;

    private CsvRows(CheckedCsvReader text, CSVParser parser, int linesBefore) {
        this.text = text;
        this.parser = parser;
        this.records = parser.iterator();
        this.linesBefore = linesBefore;
    }

    static CsvRows of(InputStream body, Function<String, Optional<?>> column) throws IOException {
        try {
            var content = FileText.of(body);
            var found = Separator.of(content, column);
            var format = FORMAT.builder().setDelimiter(found.separator().character()).get();
            var text = new CheckedCsvReader(content);
            return new CsvRows(
                    text,
                    CSVParser.builder().setReader(text).setFormat(format).get(),
                    found.linesBefore());
        } catch (CharacterCodingException unmarked) {
            throw unreadable();
        }
    }

    @Override
    public Optional<UploadedRow> next() throws IOException {
        var line = linesBefore + Math.toIntExact(parser.getCurrentLineNumber()) + 1;
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            var values = records.next().toList();
            text.rowEnded();
            return Optional.of(new UploadedRow(line, values));
        } catch (UncheckedIOException e) {
            throw brokenOff(e, line);
        }
    }

    /** What is wrong with the text is a problem; all else is for whoever reads the file. */
    private static IOException brokenOff(UncheckedIOException e, int line) {
        return switch (Objects.requireNonNull(e.getCause())) {
            case CharacterCodingException _ -> throw unreadable();
            case CSVException _ -> throw malformed(line);
            case IOException other -> other;
        };
    }

    private static Problem unreadable() {
        return Problem.badRequest(
                "The file is neither in UTF-8 nor in UTF-16 with a mark; save it as CSV UTF-8");
    }

    private static Problem malformed(int line) {
        return Problem.badRequest(
                "The row in line %d is not well-formed CSV, as by a quote that is never closed; save it as CSV UTF-8"
                        .formatted(line));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
