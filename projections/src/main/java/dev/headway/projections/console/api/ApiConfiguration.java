package dev.headway.projections.console.api;

import dev.headway.projections.console.signin.OwnAddress;
import dev.headway.projections.console.signin.ReaderTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands pages the {@link HeadwayApi} of whoever reads them. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** A question waits ten seconds for what its reader wrote; a long one takes as long again. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private final RestClient http;
    private final RestClient lasting;
    private final OwnAddress address;
    private final ReaderTokens tokens;

    ApiConfiguration(OwnAddress address, ReaderTokens tokens) {
        this.address = address;
        this.tokens = tokens;
        var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(READ_TIMEOUT);
        this.http = RestClient.builder().requestFactory(requests).build();
        this.lasting =
                RestClient.builder()
                        .requestFactory(new JdkClientHttpRequestFactory(client))
                        .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == HeadwayApi.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return new HeadwayApi(
                http, lasting, address.api(), tokens.of(request), request.getSession());
    }
}
