package dev.headway.projections.console.files;

import java.util.ArrayList;
import java.util.List;

/** The rows that an import rejected, read from the file that the API has of them (RFC 4180). */
final class RejectedRows {

    private static final String MARK = "\ufeff";

    private final String text;
    private int at;

    private RejectedRows(String text) {
        this.text = text;
    }

    /**
     * A row that was not taken.
     *
     * @param line of the file that was sent
     */
    public record RejectedRow(String line, String key, String why) {}

    /** The first of them. */
    static List<RejectedRow> first(int most, String csv) {
        var reading = new RejectedRows(csv.startsWith(MARK) ? csv.substring(1) : csv);
        List<RejectedRow> rows = new ArrayList<>();
        reading.row(); // the header
        while (reading.at < reading.text.length() && rows.size() < most) {
            var record = reading.row();
            if (record.size() >= 4) {
                rows.add(new RejectedRow(record.get(0), record.get(2), record.get(3)));
            }
        }
        return rows;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (take(','));
        take('\r');
        take('\n');
        return fields;
    }

    private String field() {
        var field = new StringBuilder();
        if (!take('"')) {
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                field.append(text.charAt(at++));
            }
            return field.toString();
        }
        while (at < text.length() && (!take('"') || take('"', field))) {
            if (at < text.length() && text.charAt(at) != '"') {
                field.append(text.charAt(at++));
            }
        }
        return field.toString();
    }

    private boolean take(char expected) {
        var is = at < text.length() && text.charAt(at) == expected;
        at += is ? 1 : 0;
        return is;
    }

    /** Of two quotes one stays. */
    private boolean take(char expected, StringBuilder field) {
        var is = take(expected);
        if (is) {
            field.append(expected);
        }
        return is;
    }
}
