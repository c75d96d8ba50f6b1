package dev.headway.projections.tracing;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param endpoint where traces are sent, by OTLP over HTTP, as {@code
 *     http://localhost:4318/v1/traces}
 * @param headers with each request, as what the receiver wants to see to let it in
 * @param service how this service is called there
 * @param sampled which part of what begins here is traced, from 0 to 1; what a caller began is as
 *     the caller decided
 */
@ConfigurationProperties("headway.tracing")
record TracingProperties(
        URI endpoint,
        @DefaultValue Map<String, String> headers,
        @DefaultValue("headway") String service,
        @DefaultValue("1") double sampled) {}
