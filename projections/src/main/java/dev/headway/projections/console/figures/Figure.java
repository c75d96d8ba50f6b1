package dev.headway.projections.console.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture, and the table that says the same.
 *
 * @param id as its files are named
 * @param note what it is about, in a sentence
 * @param head of the table
 * @param rows of the table, as text
 * @param bars the picture, where it is one of bars
 * @param lines the picture, where it is one of lines
 */
public record Figure(
        String id,
        String title,
        String note,
        List<String> head,
        List<List<String>> rows,
        @Nullable Bars bars,
        @Nullable Lines lines) {

    static Figure of(
            String id,
            String title,
            String note,
            List<String> head,
            List<List<String>> rows,
            Bars bars) {
        return new Figure(id, title, note, head, rows, bars, null);
    }

    static Figure of(
            String id,
            String title,
            String note,
            List<String> head,
            List<List<String>> rows,
            Lines lines) {
        return new Figure(id, title, note, head, rows, null, lines);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** For who does not see the picture. */
    public String label() {
        return "%s. %s The table beside it says the same.".formatted(title, note);
    }
}
