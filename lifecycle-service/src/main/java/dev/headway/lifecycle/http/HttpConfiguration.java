package dev.headway.lifecycle.http;

import java.time.Instant;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.module.SimpleModule;

/** What the JSON of the API accepts, and what controllers may ask for. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HttpConfiguration implements WebMvcConfigurer {

    private final CallResolver calls;

    HttpConfiguration(CallResolver calls) {
        this.calls = calls;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(calls);
    }

    @Bean
    JsonMapperBuilderCustomizer daysAreInstants() {
        return json ->
                json.addModule(
                                new SimpleModule("days")
                                        .addDeserializer(Instant.class, new DayOrInstant()))
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
