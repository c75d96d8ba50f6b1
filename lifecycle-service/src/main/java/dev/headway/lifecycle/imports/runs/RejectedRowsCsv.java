package dev.headway.lifecycle.imports.runs;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rejected rows for a spreadsheet (RFC 4180, with a byte order mark, by which spreadsheets know
 * UTF-8). What a spreadsheet would take for a formula is defused by an apostrophe: it came out of
 * somebody's file.
 */
final class RejectedRowsCsv {

    private static final String HEADER = "\ufeffline,row,externalKey,errors\r\n";
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private RejectedRowsCsv() {}

    static String of(List<RejectedRow> rows) {
        return HEADER + rows.stream().map(RejectedRowsCsv::line).collect(Collectors.joining());
    }

    private static String line(RejectedRow row) {
        return "%d,%d,%s,%s\r\n"
                .formatted(row.line(), row.row(), cell(row.externalKey()), cell(reasons(row)));
    }

    private static String reasons(RejectedRow row) {
        return row.errors().stream()
                .map(each -> (each.column() == null ? "row" : each.column()) + " " + each.message())
                .collect(Collectors.joining("; "));
    }

    static String cell(String value) {
        var isFormula = !value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0;
        var harmless = isFormula ? "'" + value : value;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
