package dev.headway.projections.console.figures;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of a figure as a file (RFC 4180), in UTF-8 with a mark at its start. What a spreadsheet
 * would take for a formula has an apostrophe before it.
 */
final class FigureCsv {

    private static final String FORMULA = "=+-@\t\r";

    private FigureCsv() {}

    static String of(Figure figure) {
        return Stream.concat(Stream.of(figure.head()), figure.rows().stream())
                .map(FigureCsv::line)
                .collect(Collectors.joining("\r\n", "\ufeff", "\r\n"));
    }

    private static String line(List<String> fields) {
        return fields.stream().map(FigureCsv::field).collect(Collectors.joining(","));
    }

    private static String field(String text) {
        var harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
