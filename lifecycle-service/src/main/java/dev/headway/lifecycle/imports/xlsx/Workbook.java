package dev.headway.lifecycle.imports.xlsx;

import dev.headway.lifecycle.imports.xlsx.WorkbookIndex.Sheet;
import dev.headway.projections.http.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * A workbook, of which one sheet that people see has something in it. Its rows are read as they are
 * asked for.
 */
public final class Workbook implements AutoCloseable {

    /** The names of a few sheets are enough to find them. */
    private static final int MAX_NAMED = 5;

    private final WorkbookParts parts;
    private final SheetReader sheet;

    private Workbook(WorkbookParts parts, SheetReader sheet) {
        this.parts = parts;
        this.sheet = sheet;
    }

    /**
     * @param maxBytes how much may be read of it, unpacked
     * @throws Problem 400 when it is no workbook, or has nothing or several sheets to read; 413
     *     when it unpacks to too much
     */
    public static Workbook open(Path file, long maxBytes) {
        return reading(
                () -> {
                    var parts = WorkbookParts.open(file, maxBytes);
                    try {
                        return new Workbook(parts, filledSheet(parts));
                    } catch (IOException | XMLStreamException | RuntimeException e) {
                        parts.close();
                        throw e;
                    }
                });
    }

    /**
     * The next row with something in it; none behind the last one.
     *
     * @throws Problem as {@link #open}
     */
    public Optional<SheetRow> next() {
        return reading(() -> Optional.ofNullable(sheet.next()));
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        parts.close();
    }

    private static SheetReader filledSheet(WorkbookParts parts)
            throws IOException, XMLStreamException {
        var index = WorkbookIndex.read(parts);
        var texts = sharedTexts(parts, index);
        var formats = formats(parts, index);
        var numbers = new CellText(index.from1904());
        var filled = new ArrayList<Sheet>();
        for (var sheet : index.sheets()) {
            try (var rows = reader(parts, sheet, texts, formats, numbers)) {
                if (rows.next() != null) {
                    filled.add(sheet);
                }
            }
        }
        return switch (filled.size()) {
            case 0 -> throw Malformed.empty(index.hasHidden());
            case 1 -> reader(parts, filled.getFirst(), texts, formats, numbers);
            default -> throw Malformed.because("More than one sheet has rows: " + names(filled));
        };
    }

    private static SheetReader reader(
            WorkbookParts parts,
            Sheet sheet,
            SharedTexts texts,
            CellFormats formats,
            CellText numbers)
            throws IOException, XMLStreamException {
        return new SheetReader(XmlPart.of(parts.require(sheet.part())), texts, formats, numbers);
    }

    private static SharedTexts sharedTexts(WorkbookParts parts, WorkbookIndex index)
            throws IOException, XMLStreamException {
        var part = index.partsByType().get("sharedStrings");
        return part == null ? SharedTexts.NONE : SharedTexts.read(parts.require(part));
    }

    private static CellFormats formats(WorkbookParts parts, WorkbookIndex index)
            throws IOException, XMLStreamException {
        var part = index.partsByType().get("styles");
        return part == null ? CellFormats.NONE : CellFormats.read(parts.require(part));
    }

    private static String names(List<Sheet> sheets) {
        return sheets.stream().limit(MAX_NAMED).map(Sheet::name).collect(Collectors.joining(", "));
    }

    /** What goes wrong on the way is wrong with the file. */
    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.get();
        } catch (IOException | XMLStreamException | NumberFormatException unsound) {
            throw Malformed.workbook();
        }
    }

    private interface Reading<T> {
        T get() throws IOException, XMLStreamException;
    }
}
