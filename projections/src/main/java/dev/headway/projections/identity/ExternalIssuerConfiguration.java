package dev.headway.projections.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * How identity providers of one's own are asked for their keys: within seconds, whatever happens to
 * them.
 */
@Configuration(proxyBeanMethods = false)
class ExternalIssuerConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer boundedTime() {
        return decoder -> decoder.restOperations(bounded());
    }

    /**
     * Decoders of the issuers that are trusted beside the first one, as after a merger; each asks
     * for keys when the first token comes.
     */
    @Bean
    OtherIssuers otherIssuers(
            @Value("${headway.identity.other-issuers:}") List<String> issuers,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences}")
                    List<String> audiences) {
        return new OtherIssuers(
                issuers.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        issuer ->
                                                new SupplierJwtDecoder(
                                                        () -> decoder(issuer, audiences)))));
    }

    /** By issuer, as tokens have it. */
    record OtherIssuers(Map<String, JwtDecoder> decoders) {}

    private static JwtDecoder decoder(String issuer, List<String> audiences) {
        var decoder = NimbusJwtDecoder.withIssuerLocation(issuer).restOperations(bounded()).build();
        decoder.setJwtValidator(ExpectedToken.of(issuer, audiences));
        return decoder;
    }

    private static RestTemplate bounded() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT_TIMEOUT);
        requests.setReadTimeout(READ_TIMEOUT);
        return new RestTemplate(requests);
    }
}
