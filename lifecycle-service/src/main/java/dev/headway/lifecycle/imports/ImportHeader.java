package dev.headway.lifecycle.imports;

import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.imports.uploads.UploadedRow;
import dev.headway.projections.http.PlainTextDeserializer;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column stands where; any order will do.
 *
 * @param unnamed where a heading between others is empty; no row may have a value there
 * @param ignored the headings of columns that are none of ours, as the caller asked
 * @param width how many values a row has; what stands behind the last heading is none
 */
record ImportHeader(
        Map<ImportColumn, Integer> indexes,
        List<Integer> unnamed,
        List<String> ignored,
        int width) {

    /** More is no header but a mistake, and is not told in full. */
    private static final int MAX_HEADING = 100;

    /**
     * @param ignoreUnknown whether columns that are none of ours are passed over
     * @throws Problem 400 with every column that is missing, unknown or there twice
     */
    static ImportHeader of(UploadedRow row, boolean ignoreUnknown) {
        var indexes = new EnumMap<ImportColumn, Integer>(ImportColumn.class);
        var unnamed = new ArrayList<Integer>();
        var unknown = new ArrayList<String>();
        var errors = new ArrayList<FieldError>();
        var headings = row.values();
        var width = row.width();
        if (!headings.stream().allMatch(PlainTextDeserializer::isPlain)) {
            throw Problem.badRequest(
                    "The file is no table: its first row holds characters that no text has; save it"
                            + " as .xlsx, or as CSV UTF-8");
        }
        for (int index = 0; index < width; index++) {
            var heading = told(Text.clean(headings.get(index)));
            var column = ImportColumn.under(heading);
            if (heading.isEmpty()) {
                unnamed.add(index);
            } else if (column.isEmpty()) {
                unknown.add(heading);
            } else if (indexes.putIfAbsent(column.get(), index) != null) {
                errors.add(error(heading, "is in the header twice; remove one of them"));
            }
        }
        if (!ignoreUnknown) {
            unknown.forEach(heading -> errors.add(error(heading, UNKNOWN)));
        }
        Arrays.stream(ImportColumn.values())
                .filter(column -> column.isRequired() && !indexes.containsKey(column))
                .map(column -> error(column.heading(), "is missing in the header; add it"))
                .forEach(errors::add);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new ImportHeader(indexes, unnamed, List.copyOf(unknown), width);
    }

    private static final String UNKNOWN =
            "is not a column of an import; remove it, or send ignoreUnknownColumns=true";

    /** A row's value in a column, without what is invisible around it; null where there is none. */
    @Nullable String value(List<String> row, ImportColumn column) {
        var index = indexes.get(column);
        if (index == null || index >= row.size()) {
            return null;
        }
        var written = row.get(index);
        if (!PlainTextDeserializer.isPlain(written)) {
            return written; // whoever reads it says so
        }
        var value = Text.clean(written);
        return value.isEmpty() ? null : value;
    }

    /** Whether a row says something where no heading says what. */
    boolean hasUnnamedValue(List<String> row) {
        return unnamed.stream()
                .anyMatch(index -> index < row.size() && Text.isVisible(row.get(index)));
    }

    private static FieldError error(String heading, String message) {
        return new FieldError(FieldError.pointer(heading), message);
    }

    private static String told(String heading) {
        return heading.length() <= MAX_HEADING ? heading : heading.substring(0, MAX_HEADING) + "…";
    }
}
