package dev.headway.lifecycle.imports.uploads;

import dev.headway.lifecycle.imports.xlsx.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/**
 * The rows of a workbook. Its parts stand in a zip in any order, so it is kept in a file of its own
 * until it is read.
 */
final class SheetRows implements UploadedRows {

    /** A sheet packs to about an eighth. */
    private static final int UNPACKED = 8;

    private final Path file;
    private final Workbook workbook;
    private int width;

    private SheetRows(Path file, Workbook workbook) {
        this.file = file;
        this.workbook = workbook;
    }

    /**
     * @param limit how long the file may be; a workbook may unpack to eight times that
     */
    static SheetRows of(InputStream body, DataSize limit) throws IOException {
        var bytes = new PushbackInputStream(body, OtherFormat.LONGEST);
        var start = bytes.readNBytes(OtherFormat.LONGEST);
        var other = OtherFormat.of(start).filter(each -> each != OtherFormat.WORKBOOK);
        if (other.isPresent()) {
            throw other.get().problem();
        }
        bytes.unread(start);
        var file = Files.createTempFile("headway-import-", ".xlsx");
        try {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            return new SheetRows(file, Workbook.open(file, UNPACKED * limit.toBytes()));
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    @Override
    public Optional<UploadedRow> next() {
        return workbook.next()
                .map(row -> new UploadedRow(row.number(), row.values()))
                .map(this::padded);
    }

    /** A sheet has no values behind the last of a row, where a text has empty ones. */
    private UploadedRow padded(UploadedRow row) {
        width = width == 0 ? row.width() : width;
        return row.ofWidth(Math.max(width, row.values().size()));
    }

    @Override
    public void close() throws IOException {
        workbook.close();
        Files.delete(file);
    }
}
