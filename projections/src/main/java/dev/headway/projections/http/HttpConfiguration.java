package dev.headway.projections.http;

import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;

/** What the JSON of the API accepts, and how what is there is found. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new ConcreteContentTypeInterceptor());
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer formats) {
        formats.ignoreAcceptHeader(true).defaultContentTypeStrategy(new CsvOnRequest());
    }

    @Bean
    WebMvcRegistrations indexedHandlers() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new IndexedHandlerMapping();
            }
        };
    }

    /** Takes JSON at its word: no text for a number, no number for a word, no half of a number. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json ->
                json.addModule(
                                new SimpleModule("headway")
                                        .addDeserializer(
                                                Instant.class, new DateOrInstantDeserializer())
                                        .addDeserializer(String.class, new PlainTextDeserializer())
                                        .addDeserializer(
                                                BigDecimal.class, new BoundedDecimalDeserializer()))
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }
}
