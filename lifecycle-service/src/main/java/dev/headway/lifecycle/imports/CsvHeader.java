package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column stands where; any order will do.
 *
 * @param width how many values a row has
 */
record CsvHeader(Map<ImportColumn, Integer> indexes, int width) {

    /**
     * @throws Problem 400 with every column that is missing, unknown or there twice
     */
    static CsvHeader of(List<String> headings) {
        var indexes = new EnumMap<ImportColumn, Integer>(ImportColumn.class);
        var errors = new ArrayList<FieldError>();
        for (int index = 0; index < headings.size(); index++) {
            var heading = headings.get(index).strip();
            var column = ImportColumn.under(heading);
            if (column.isEmpty()) {
                errors.add(new FieldError("/" + heading, "is not a column of an import"));
            } else if (indexes.putIfAbsent(column.get(), index) != null) {
                errors.add(new FieldError("/" + heading, "is in the header twice"));
            }
        }
        Arrays.stream(ImportColumn.values())
                .filter(column -> column.isRequired() && !indexes.containsKey(column))
                .map(column -> new FieldError("/" + column.heading(), "is missing in the header"))
                .forEach(errors::add);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new CsvHeader(indexes, headings.size());
    }

    /** A row's value in a column, without the blanks around it; null where there is none. */
    @Nullable String value(List<String> row, ImportColumn column) {
        var index = indexes.get(column);
        if (index == null || index >= row.size()) {
            return null;
        }
        var value = row.get(index).strip();
        return value.isEmpty() ? null : value;
    }
}
