package dev.headway.projections.processing;

import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.tracing.Traces;
import java.util.List;

/**
 * A handler of a projection that goes on with the traces of the events it is handed: each is worked
 * in for as long as its page takes.
 */
record TracedHandler(BatchHandler handler, String projection, Traces traces)
        implements BatchHandler {

    /** The handler itself where nothing is traced. */
    static BatchHandler of(BatchHandler handler, String projection, Traces traces) {
        return traces.isOn() ? new TracedHandler(handler, projection, traces) : handler;
    }

    @Override
    public void on(List<RecordedEvent> page) {
        var parts =
                page.stream()
                        .filter(each -> each.provenance().traceparent() != null)
                        .map(this::begun)
                        .toList();
        try {
            handler.on(page);
        } finally {
            parts.forEach(Traces.Part::close);
        }
    }

    @Override
    public void restate(Restatement restatement) {
        handler.restate(restatement);
    }

    @Override
    public int buffered() {
        return handler.buffered();
    }

    @Override
    public void flush() {
        handler.flush();
    }

    private Traces.Part begun(RecordedEvent event) {
        return traces.continued("project " + projection, event.provenance().traceparent())
                .with("event", event.event().getClass().getSimpleName())
                .with("position", Long.toString(event.position()));
    }
}
