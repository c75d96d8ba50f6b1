package dev.headway.benchmarks.harness;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection of a {@link LoadClient}; understands as much of HTTP as the service speaks. */
final class LoadConnection {

    private static final byte[] END_OF_HEAD = bytes("\r\n\r\n");
    private static final byte[] END_OF_CHUNKS = bytes("0\r\n\r\n");
    private static final byte[] LENGTH = bytes("\r\nContent-Length: ");
    private static final byte[] POSITION = bytes("\r\nHeadway-Position: ");

    private final SocketChannel channel;
    private ByteBuffer answer = ByteBuffer.allocate(1 << 16);
    private int head;
    private boolean waiting;
    private long sentAt;

    private LoadConnection(SocketChannel channel) {
        this.channel = channel;
    }

    static LoadConnection open(InetSocketAddress service, Selector selector) throws IOException {
        var channel = SocketChannel.open(service);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var connection = new LoadConnection(channel);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    boolean isWaiting() {
        return waiting;
    }

    long sentAt() {
        return sentAt;
    }

    /** A request is smaller than a socket's buffer, which is empty: it goes out at once. */
    void send(byte[] request) throws IOException {
        answer.clear();
        head = 0;
        waiting = true;
        sentAt = System.nanoTime();
        var out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Reads what there is; whether the answer is complete. */
    boolean read() throws IOException {
        if (!answer.hasRemaining()) {
            var larger = ByteBuffer.allocate(answer.capacity() * 4);
            larger.put(answer.flip());
            answer = larger;
        }
        if (channel.read(answer) < 0) {
            throw new EOFException("The service closed a connection");
        }
        var complete = isComplete();
        waiting = !complete;
        return complete;
    }

    int status() {
        var bytes = answer.array();
        return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
    }

    /** What the write was answered with; 0 without one. */
    long position() {
        return number(POSITION, 0);
    }

    void close() throws IOException {
        channel.close();
    }

    private boolean isComplete() {
        if (head == 0) {
            var end = find(END_OF_HEAD, 0, answer.position());
            if (end < 0) {
                return false;
            }
            head = end + END_OF_HEAD.length;
        }
        var length = number(LENGTH, -1);
        if (length >= 0) {
            return answer.position() >= head + length;
        }
        var status = status();
        return status == 204
                || find(END_OF_CHUNKS, answer.position() - END_OF_CHUNKS.length, answer.position())
                        >= 0;
    }

    private long number(byte[] name, long otherwise) {
        var at = find(name, 0, head);
        if (at < 0) {
            return otherwise;
        }
        var bytes = answer.array();
        long number = 0;
        for (int i = at + name.length; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private int find(byte[] what, int from, int to) {
        var bytes = answer.array();
        next:
        for (int at = Math.max(0, from); at <= to - what.length; at++) {
            for (int i = 0; i < what.length; i++) {
                if (bytes[at + i] != what[i]) {
                    continue next;
                }
            }
            return at;
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
