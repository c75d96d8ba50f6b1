package dev.headway.lifecycle.observability;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes traces as a collector does: OTLP over HTTP in protobuf. Of its messages it reads what
 * matters here, by the numbers of the fields in opentelemetry/proto/trace/v1/trace.proto.
 */
final class SpanReceiver implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();

    private final HttpServer server;
    private final List<ReceivedSpan> received = new CopyOnWriteArrayList<>();

    /** A span, ids in hexadecimal digits; the parent's empty for the first of a trace. */
    record ReceivedSpan(String trace, String id, String parent, String name, String attributes) {}

    SpanReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:%d/v1/traces".formatted(server.getAddress().getPort());
    }

    List<ReceivedSpan> of(String trace) {
        return received.stream().filter(each -> each.trace().equals(trace)).toList();
    }

    List<ReceivedSpan> all() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            // ExportTraceServiceRequest.resource_spans, ResourceSpans.scope_spans, ScopeSpans.spans
            for (var resource : messages(exchange.getRequestBody().readAllBytes(), 1)) {
                for (var scope : messages(resource, 2)) {
                    messages(scope, 2).stream().map(SpanReceiver::span).forEach(received::add);
                }
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static ReceivedSpan span(byte[] span) {
        var attributes = new StringBuilder();
        for (var attribute : messages(span, 9)) {
            var value = messages(messages(attribute, 2).getFirst(), 1);
            attributes
                    .append(text(messages(attribute, 1)))
                    .append('=')
                    .append(text(value))
                    .append(' ');
        }
        return new ReceivedSpan(
                hex(messages(span, 1)),
                hex(messages(span, 2)),
                hex(messages(span, 4)),
                text(messages(span, 5)),
                attributes.toString());
    }

    private static String hex(List<byte[]> field) {
        return field.isEmpty() ? "" : HEX.formatHex(field.getFirst());
    }

    private static String text(List<byte[]> field) {
        return field.isEmpty() ? "" : new String(field.getFirst(), UTF_8);
    }

    /** What stands in a message under a number that has a length: bytes, texts and messages. */
    private static List<byte[]> messages(byte[] message, int number) {
        var found = new ArrayList<byte[]>();
        var input = CodedInputStream.newInstance(message);
        try {
            for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) == number
                        && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                    found.add(input.readByteArray());
                } else {
                    input.skipField(tag);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
