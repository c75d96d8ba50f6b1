package dev.headway.lifecycle.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of a file from its top, the header first; those with nothing in them may be there. */
interface UploadedRows extends Closeable {

    /**
     * The next row; none behind the last one.
     *
     * @throws IOException when the file ended before it was complete, or is not what it seemed
     */
    Optional<UploadedRow> next() throws IOException;
}
