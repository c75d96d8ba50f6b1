package dev.headway.projections.querying.csv;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Answers a list as CSV (RFC 4180, UTF-8, a line of names first): a page is read, written and
 * forgotten, so that a long list takes no more memory than a short one. What goes wrong after the
 * first page breaks the connection off, so that half a list never passes for all of it.
 */
public final class CsvAnswer {

    /** The media type that asks for it. */
    public static final String TYPE = "text/csv";

    private static final String CONTENT_TYPE = TYPE + ";charset=UTF-8";
    private static final int PAGE_SIZE = 200;

    private CsvAnswer() {}

    /** The rows of a list, page by page. */
    @FunctionalInterface
    public interface Pages<T> {

        /**
         * The rows after one, fewer than asked for only at the end.
         *
         * @param last the last one before, or null for the first page
         */
        List<T> after(@Nullable T last, int limit);
    }

    /**
     * @param name of the file that a browser saves it as
     */
    public static <T> void write(
            HttpServletResponse response, String name, CsvColumns<T> columns, Pages<T> pages)
            throws IOException {
        var page = pages.after(null, PAGE_SIZE);
        response.setContentType(CONTENT_TYPE);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        try (var csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(columns.names());
            while (!page.isEmpty()) {
                for (var row : page) {
                    csv.printRecord(columns.cells(row));
                }
                page = page.size() < PAGE_SIZE ? List.of() : pages.after(page.getLast(), PAGE_SIZE);
            }
        }
    }
}
