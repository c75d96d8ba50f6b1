package dev.headway.projections.audit.export;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180) with a line of names. Every byte counts, so nothing is done to what a spreadsheet
 * would take for a formula: none of these columns begins with anything that people have written.
 */
final class CsvLines implements LineFormat {

    private static final CSVFormat CSV = CSVFormat.RFC4180;
    private static final String END = "\r\n";
    private static final String QUOTE = "\"";

    private static final List<String> NAMES =
            Arrays.stream(ExportLine.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();

    @Override
    public String head() {
        return CSV.format(NAMES.toArray()) + END;
    }

    @Override
    public String write(ExportLine event) {
        var cells = new ArrayList<@Nullable Object>();
        Collections.addAll(
                cells,
                event.leaf(),
                event.position(),
                event.streamType(),
                event.stream(),
                event.version(),
                event.eventId(),
                event.type(),
                event.revision(),
                event.recordedAt(),
                event.effectiveAt(),
                event.payload(),
                event.metadata(),
                event.payloadDigest(),
                event.metadataDigest());
        return CSV.format(cells.toArray()) + END;
    }

    /** More than a line where the end of one stands between quotes. */
    @Override
    public Optional<String> next(LineReader from) throws IOException {
        var text = new StringBuilder();
        var quotes = 0L;
        for (var line = from.next(); line.isPresent(); line = from.next()) {
            text.append(line.get());
            LineReader.requireOfAnEvent(text);
            quotes += line.get().chars().filter(each -> each == QUOTE.charAt(0)).count();
            if (quotes % 2 == 0) {
                return Optional.of(text.toString());
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    @Override
    public ExportLine parse(String text) {
        try (var parser = CSV.parse(new StringReader(text))) {
            var records = parser.getRecords();
            if (records.size() == 1 && records.getFirst().size() == NAMES.size()) {
                var event = event(records.getFirst());
                if (write(event).equals(text)) {
                    return event;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException _) {
            // its message would show what the line holds
        }
        throw new IllegalArgumentException("is not written as an export is");
    }

    private static ExportLine event(CSVRecord cells) {
        var leaf = cells.get(0);
        return new ExportLine(
                leaf.isEmpty() ? null : Long.valueOf(leaf),
                Long.parseLong(cells.get(1)),
                cells.get(2),
                cells.get(3),
                Long.parseLong(cells.get(4)),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8),
                cells.get(9),
                orNull(cells.get(10)),
                orNull(cells.get(11)),
                orNull(cells.get(12)),
                orNull(cells.get(13)));
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
