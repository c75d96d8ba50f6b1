package dev.headway.lifecycle.identity;

import java.time.Duration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/**
 * How one's own identity provider is asked for its keys: within seconds, whatever happens to it.
 */
@Configuration(proxyBeanMethods = false)
class ExternalIssuerConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer boundedTime() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT_TIMEOUT);
        requests.setReadTimeout(READ_TIMEOUT);
        return decoder -> decoder.restOperations(new RestTemplate(requests));
    }
}
