package dev.headway.projections.chat;

import dev.headway.projections.chat.PermittedAddresses.AddressNotPermitted;
import dev.headway.projections.chat.Target.NotPermitted;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes one HTTP request to a channel: to a permitted address only, without following redirects,
 * within bounded time, and without reading more of the answer than its head.
 */
@Component
class Post {

    private static final Timeout TO_CONNECT = Timeout.ofSeconds(5);
    private static final Timeout TO_ANSWER = Timeout.ofSeconds(10);
    private static final Duration ALTOGETHER = Duration.ofSeconds(20);

    private final boolean allowInsecure;
    private final Clock clock;
    private final CloseableHttpClient http;

    @Autowired
    Post(ChatProperties properties, Clock clock) {
        this(properties.allowInsecureTargets(), clock, SystemDefaultDnsResolver.INSTANCE);
    }

    Post(boolean allowInsecure, Clock clock, DnsResolver names) {
        this.allowInsecure = allowInsecure;
        this.clock = clock;
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PermittedAddresses(names, allowInsecure))
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(TO_CONNECT)
                                        .setSocketTimeout(TO_ANSWER)
                                        .build())
                        .build();
        this.http =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setDefaultRequestConfig(
                                RequestConfig.custom().setResponseTimeout(TO_ANSWER).build())
                        .setUserAgent("Headway")
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .build();
    }

    Outcome send(Channel channel, UUID deliveryId, String payload) {
        HttpPost request;
        try {
            request = new HttpPost(Target.of(channel.url(), allowInsecure).url());
        } catch (NotPermitted e) {
            return Outcome.failed(String.valueOf(e.getMessage()));
        }
        request.setHeader("webhook-id", deliveryId.toString());
        request.setEntity(
                new StringEntity(
                        payload, ContentType.create("application/json", StandardCharsets.UTF_8)));
        var deadline = Thread.ofVirtual().start(() -> cancelLate(request));
        try (var response = http.executeOpen(null, request, null)) {
            return Outcome.answered(response.getCode(), retryAfter(response));
        } catch (IOException e) {
            return Outcome.failed(inWords(e));
        } finally {
            deadline.interrupt();
        }
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }

    private static void cancelLate(HttpPost request) {
        try {
            Thread.sleep(ALTOGETHER);
            request.cancel();
        } catch (InterruptedException _) {
            // answered in time
        }
    }

    private @Nullable Duration retryAfter(ClassicHttpResponse response) {
        var header = response.getFirstHeader("Retry-After");
        return header == null ? null : RetryAfter.parse(header.getValue(), clock.instant());
    }

    /** Messages of exceptions name hosts and addresses; these words do not. */
    private static String inWords(IOException e) {
        return switch (e) {
            case AddressNotPermitted blocked -> String.valueOf(blocked.getMessage());
            case UnknownHostException _ -> "host not found";
            case ConnectException _ -> "connection refused";
            case SSLException _ -> "no trusted TLS connection";
            case InterruptedIOException _ -> "timed out";
            default -> "connection failed";
        };
    }
}
