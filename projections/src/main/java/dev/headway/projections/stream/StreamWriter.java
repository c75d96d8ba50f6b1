package dev.headway.projections.stream;

import dev.headway.projections.changes.Change;
import dev.headway.projections.changes.ChangeQueue.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes server-sent events (HTML Living Standard, 9.2). An event's {@code id} is the position up
 * to which everything has been told, and so comes with the last of those that tell of it.
 */
final class StreamWriter {

    /** How long whoever is cut off is to wait before they come back, in milliseconds. */
    private static final String RETRY = "retry: 2000\n";

    private final OutputStream out;
    private final JsonMapper json;

    StreamWriter(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    /** A change as it is told. */
    private record Told(String id, @Nullable String partnershipId, long position) {}

    /** That everything is to be asked anew. */
    private record Resync(long position) {}

    /** Where it begins, so that whoever is cut off before the first event misses nothing. */
    void begin(long position) throws IOException {
        send(RETRY + "id: " + position + "\n\n");
    }

    void heartbeat() throws IOException {
        send(": still here\n\n");
    }

    void tell(Waiting waiting) throws IOException {
        if (waiting.isTooMuch()) {
            send(event("resync", new Resync(waiting.position()), waiting.position()));
        }
        if (!waiting.changes().isEmpty()) {
            send(events(waiting.changes()));
        }
    }

    private String events(List<Change> changes) {
        var text = new StringBuilder();
        for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            var isLast =
                    i + 1 == changes.size() || changes.get(i + 1).position() > change.position();
            text.append(
                    event(
                            change.kind().word(),
                            new Told(change.id(), change.partnershipId(), change.position()),
                            isLast ? change.position() : null));
        }
        return text.toString();
    }

    private String event(String kind, Object data, @Nullable Long id) {
        return "event: "
                + kind
                + "\n"
                + (id == null ? "" : "id: " + id + "\n")
                + "data: "
                + json.writeValueAsString(data)
                + "\n\n";
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
