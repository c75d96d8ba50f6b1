package dev.headway.projections.tracing;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** Traces where an endpoint is configured: OpenTelemetry, and requests as they are observed. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("headway.tracing.endpoint")
@EnableConfigurationProperties(TracingProperties.class)
class TracingConfiguration {

    private static final String SCOPE = "dev.headway";

    /** What is not sent yet is sent when it is closed. */
    @Bean
    SdkTracerProvider spans(TracingProperties properties) {
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(properties.endpoint().toString());
        properties.headers().forEach(exporter::addHeader);
        return SdkTracerProvider.builder()
                .setResource(
                        Resource.getDefault()
                                .merge(
                                        Resource.create(
                                                Attributes.of(
                                                        AttributeKey.stringKey("service.name"),
                                                        properties.service()))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(properties.sampled())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build()).build())
                .build();
    }

    @Bean
    OtelTracer tracer(SdkTracerProvider spans) {
        return new OtelTracer(spans.get(SCOPE), new OtelCurrentTraceContext(), _ -> {});
    }

    @Bean
    OtelPropagator propagator(SdkTracerProvider spans) {
        return new OtelPropagator(
                ContextPropagators.create(W3CTraceContextPropagator.getInstance()),
                spans.get(SCOPE));
    }

    @Bean
    Traces traces(OtelTracer tracer, OtelPropagator propagator) {
        return new RecordedTraces(tracer, propagator);
    }

    /**
     * A trace begins with a request, or goes on with one; who looks after the service is no one.
     */
    @Bean
    ObservationHandler<?> tracedRequests(OtelTracer tracer, OtelPropagator propagator) {
        return new PropagatingReceiverTracingObservationHandler<ServerRequestObservationContext>(
                tracer, propagator) {
            @Override
            public boolean supportsContext(Observation.Context context) {
                return context instanceof ServerRequestObservationContext request
                        && request.getCarrier() instanceof HttpServletRequest carrier
                        && !carrier.getRequestURI().startsWith("/actuator/");
            }
        };
    }

    /** Of an address only the pattern is told: what is in its place may be a secret. */
    @Bean
    ServerRequestObservationConvention requestsWithoutAddresses() {
        return new DefaultServerRequestObservationConvention() {
            @Override
            public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
                return KeyValues.empty();
            }
        };
    }
}
