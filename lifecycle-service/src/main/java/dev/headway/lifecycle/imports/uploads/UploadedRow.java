package dev.headway.lifecycle.imports.uploads;

import dev.headway.contracts.written.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a file as its text, before anything is known of what it means.
 *
 * @param line the file's, where the row begins; of a sheet the row's number
 */
public record UploadedRow(int line, List<String> values) {

    /** Whether there is nothing to see in it. */
    public boolean isBlank() {
        return width() == 0;
    }

    /** How many values it has up to the last in which there is something to see. */
    public int width() {
        var width = values.size();
        while (width > 0 && !Text.isVisible(values.get(width - 1))) {
            width--;
        }
        return width;
    }

    /** As many values as {@code width}; what is missing is blank, what is too many is dropped. */
    public UploadedRow ofWidth(int width) {
        var fitted = new ArrayList<>(values.subList(0, Math.min(width, values.size())));
        while (fitted.size() < width) {
            fitted.add("");
        }
        return new UploadedRow(line, List.copyOf(fitted));
    }
}
