package dev.headway.projections.tracing;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where no endpoint is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        value = "headway.tracing.endpoint",
        havingValue = "false",
        matchIfMissing = true)
class TracingOff {

    @Bean
    Traces traces() {
        return Traces.OFF;
    }
}
