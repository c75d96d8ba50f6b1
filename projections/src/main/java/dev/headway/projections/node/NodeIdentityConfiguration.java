package dev.headway.projections.node;

import dev.headway.projections.identity.BearerTokens;
import dev.headway.projections.identity.ExpectedToken;
import dev.headway.projections.identity.NoExternalIssuer;
import dev.headway.projections.identity.PersonDirectory;
import dev.headway.projections.people.KnownPeople;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Who calls a projection node: somebody whom the lifecycle nodes, or an issuer, vouch for. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("headway.mirror.enabled")
@EnableConfigurationProperties(LifecycleNodeProperties.class)
class NodeIdentityConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    @Bean
    LifecycleNodes lifecycleNodes(LifecycleNodeProperties where) {
        return new LifecycleNodes(RestClient.builder().requestFactory(bounded()).build(), where);
    }

    /** People come late: what lets requests in is put together before them. */
    @Bean
    PersonDirectory mirroredDirectory(@Lazy KnownPeople people) {
        return new MirroredDirectory(people);
    }

    @Bean
    BearerTokens introspectedTokens(LifecycleNodes nodes, Clock clock) {
        return new IntrospectedTokens(nodes, clock);
    }

    /** Of the issuer that is embedded in lifecycle nodes, whose keys they are asked for. */
    @Bean
    @Conditional(NoExternalIssuer.class)
    JwtDecoder tokensOfLifecycleNodes(
            LifecycleNodeProperties where,
            @Value("${headway.identity.issuer}") String issuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences}")
                    List<String> audiences) {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(where.at("/oauth2/jwks"))
                        .restOperations(new RestTemplate(bounded()))
                        .build();
        decoder.setJwtValidator(ExpectedToken.of(issuer, audiences));
        return decoder;
    }

    private static SimpleClientHttpRequestFactory bounded() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT_TIMEOUT);
        requests.setReadTimeout(READ_TIMEOUT);
        return requests;
    }
}
