package dev.headway.projections.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Traces that are sent somewhere. */
final class RecordedTraces implements Traces {

    private static final String FIELD = "traceparent";

    /** Of version 00, which is all that is recorded here. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Tracer tracer;
    private final Propagator propagator;

    RecordedTraces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Part begin(String name) {
        var span = tracer.nextSpan().name(name).start();
        return new OpenSpan(span, tracer.withSpan(span));
    }

    @Override
    public Part continued(String name, @Nullable String traceparent) {
        if (traceparent == null || !TRACEPARENT.matcher(traceparent).matches()) {
            return Part.NONE;
        }
        var span = propagator.extract(Map.of(FIELD, traceparent), Map::get).name(name).start();
        return new OpenSpan(span, () -> {});
    }

    @Override
    public @Nullable String traceparent() {
        var span = tracer.currentSpan();
        if (span == null || !Boolean.TRUE.equals(span.context().sampled())) {
            return null;
        }
        return "00-%s-%s-01".formatted(span.context().traceId(), span.context().spanId());
    }

    private record OpenSpan(Span span, Tracer.SpanInScope scope) implements Part {

        @Override
        public Part with(String attribute, String value) {
            span.tag(attribute, value);
            return this;
        }

        /** Only what it was: what it said may tell of people. */
        @Override
        public void failed(Throwable failure) {
            span.tag("error.type", failure.getClass().getName());
            span.event("failed");
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }
}
