package dev.headway.lifecycle.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection that sends any bytes and reads what HTTP/1.1 answers, again and again; no client
 * library would send most of what is tried here.
 */
final class RawConnection implements AutoCloseable {

    /** Longer than any answer takes, the wait for a position included. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    RawConnection(int port) {
        this.port = port;
    }

    /**
     * Tries again where the server had closed the connection since the last request.
     *
     * @return the answer, or {@link RawResponse#NONE}
     */
    RawResponse send(RawRequest request) throws IOException {
        var reused = socket != null;
        var answer = attempt(request);
        return answer == RawResponse.NONE && reused ? attempt(request) : answer;
    }

    private RawResponse attempt(RawRequest request) throws IOException {
        var open = open();
        try {
            var out = open.getOutputStream();
            out.write(request.bytes());
            out.flush();
            if (!request.isWhole()) {
                open.shutdownOutput();
            }
        } catch (IOException refused) {
            // the server may have answered and left before it had read everything
        }
        try {
            var answer = read(request.method());
            var last = answer.headers().firstValue("Connection").orElse("").equals("close");
            if (last || !request.isWhole()) {
                close();
            }
            return answer;
        } catch (EOFException | SocketException gone) {
            close();
            return RawResponse.NONE;
        }
    }

    private Socket open() throws IOException {
        if (socket == null) {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        return socket;
    }

    private RawResponse read(String method) throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var fields = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            fields.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        if (status < 200) {
            return read(method);
        }
        var headers = HttpHeaders.of(fields, (_, _) -> true);
        return new RawResponse(status, headers, body(method, status, headers));
    }

    private byte[] body(String method, int status, HttpHeaders headers) throws IOException {
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new byte[0];
        }
        if (headers.firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
            close(); // it never ends
            return new byte[0];
        }
        if (headers.firstValue("Transfer-Encoding").orElse("").equals("chunked")) {
            return chunks();
        }
        var length = headers.firstValueAsLong("Content-Length");
        return length.isPresent() ? exactly((int) length.getAsLong()) : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16);
                size > 0;
                size = Integer.parseInt(line(), 16)) {
            bytes.writeBytes(exactly(size));
            line();
        }
        line();
        return bytes.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
