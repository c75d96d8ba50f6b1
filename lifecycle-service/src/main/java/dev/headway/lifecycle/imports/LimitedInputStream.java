package dev.headway.lifecycle.imports;

import dev.headway.projections.http.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A body that is not longer than it may be. Closing it reads on, so that a caller whose file is
 * refused early is done sending and hears why; the connection itself stays the server's.
 */
final class LimitedInputStream extends FilterInputStream {

    private final DataSize limit;
    private long left;
    private long drainLimit = DataSize.ofMegabytes(256).toBytes();

    LimitedInputStream(InputStream body, DataSize limit) {
        super(body);
        this.limit = limit;
        this.left = limit.toBytes();
    }

    @Override
    public int read() throws IOException {
        var one = in.read();
        return one < 0 ? one : count(1, one);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = in.read(buffer, offset, length);
        return count < 0 ? count : count(count, count);
    }

    @Override
    public void close() throws IOException {
        drainLimit -= in.skip(drainLimit);
    }

    private int count(int count, int result) throws IOException {
        left -= count;
        if (left < 0) {
            throw Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "The file is longer than %d MB; split it".formatted(limit.toMegabytes()));
        }
        return result;
    }
}
