package dev.headway.projections.audit.export;

import java.io.IOException;
import java.util.Optional;

/** A way to write events in lines, and to read them back. */
public interface LineFormat {

    /** What stands before the first one, with the end of the line; empty where nothing does. */
    String head();

    /** One event, with the end of its line. */
    String write(ExportLine event);

    /**
     * The text of the next event, as {@link #write} wrote it; empty at the end.
     *
     * @throws IOException when it cannot be read
     */
    Optional<String> next(LineReader from) throws IOException;

    /**
     * @throws IllegalArgumentException for anything that {@link #write} would not have written
     */
    ExportLine parse(String text);
}
