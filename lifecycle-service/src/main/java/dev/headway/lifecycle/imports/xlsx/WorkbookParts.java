package dev.headway.lifecycle.imports.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * The parts of a workbook: XML files in a zip. All that is read of them together is bounded, so a
 * small file that would unpack to a large one gets no further than that.
 */
final class WorkbookParts implements AutoCloseable {

    /** A workbook of one sheet has about a dozen. */
    private static final int MAX_ENTRIES = 10_000;

    private final ZipFile zip;
    private long left;

    private WorkbookParts(ZipFile zip, long maxBytes) {
        this.zip = zip;
        this.left = maxBytes;
    }

    /**
     * @param maxBytes how much may be read of all parts together, unpacked
     */
    static WorkbookParts open(Path file, long maxBytes) throws IOException {
        var zip = new ZipFile(file.toFile());
        if (zip.size() > MAX_ENTRIES) {
            zip.close();
            throw Malformed.tooLarge();
        }
        return new WorkbookParts(zip, maxBytes);
    }

    /** A part by its name in the zip, as {@code xl/workbook.xml}. */
    Optional<InputStream> find(String name) throws IOException {
        var entry = zip.getEntry(name);
        return entry == null
                ? Optional.empty()
                : Optional.of(new CountedStream(zip.getInputStream(entry)));
    }

    /** One without which this is no workbook. */
    InputStream require(String name) throws IOException {
        return find(name).orElseThrow(Malformed::workbook);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class CountedStream extends FilterInputStream {

        CountedStream(InputStream unpacked) {
            super(unpacked);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw Malformed.tooLarge();
            }
        }
    }
}
