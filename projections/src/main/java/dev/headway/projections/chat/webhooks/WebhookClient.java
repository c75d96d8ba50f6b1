package dev.headway.projections.chat.webhooks;

import dev.headway.projections.chat.webhooks.FilteringDnsResolver.AddressNotPermitted;
import dev.headway.projections.chat.webhooks.PermittedUrl.NotPermitted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
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

/**
 * Makes one HTTP request to a channel: to a permitted address only, without following redirects,
 * within bounded time, and without reading more of the answer than its head.
 */
public class WebhookClient implements AutoCloseable {

    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(5);
    private static final Timeout RESPONSE_TIMEOUT = Timeout.ofSeconds(10);

    /** The longest that one request takes, however slowly the receiver answers. */
    public static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(20);

    private final boolean allowInsecure;
    private final Set<Integer> ports;
    private final Clock clock;
    private final CloseableHttpClient http;

    /**
     * @param allowInsecure permits http, any port, and loopback and private addresses
     * @param ports those that may be spoken to otherwise
     */
    public WebhookClient(boolean allowInsecure, Set<Integer> ports, Clock clock) {
        this(
                allowInsecure,
                ports,
                clock,
                SystemDefaultDnsResolver.INSTANCE,
                PoolingHttpClientConnectionManagerBuilder.create());
    }

    /**
     * The same, for many at once.
     *
     * @param connections how many there may be; whoever wants one more waits for it
     */
    public WebhookClient(boolean allowInsecure, Set<Integer> ports, Clock clock, int connections) {
        this(
                allowInsecure,
                ports,
                clock,
                SystemDefaultDnsResolver.INSTANCE,
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections));
    }

    WebhookClient(
            boolean allowInsecure,
            Set<Integer> ports,
            Clock clock,
            DnsResolver names,
            PoolingHttpClientConnectionManagerBuilder sockets) {
        this.allowInsecure = allowInsecure;
        this.ports = Set.copyOf(ports);
        this.clock = clock;
        var connections =
                sockets.setDnsResolver(new FilteringDnsResolver(names, allowInsecure))
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(CONNECT_TIMEOUT)
                                        .setSocketTimeout(RESPONSE_TIMEOUT)
                                        .build())
                        .build();
        this.http =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setDefaultRequestConfig(
                                RequestConfig.custom().setResponseTimeout(RESPONSE_TIMEOUT).build())
                        .setUserAgent("Headway")
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .build();
    }

    /** Sends a payload of JSON; what goes wrong is an outcome, too. */
    public DeliveryOutcome send(WebhookTarget to, UUID deliveryId, String payload) {
        return send(to, deliveryId, "application/json", payload);
    }

    /** The same of any type. */
    public DeliveryOutcome send(
            WebhookTarget to, UUID deliveryId, String mediaType, String payload) {
        HttpPost request;
        try {
            request = new HttpPost(PermittedUrl.of(to.url(), allowInsecure, ports).url());
        } catch (NotPermitted e) {
            return DeliveryOutcome.failed(String.valueOf(e.getMessage()));
        }
        sign(request, to, deliveryId.toString(), payload);
        request.setEntity(
                new StringEntity(payload, ContentType.create(mediaType, StandardCharsets.UTF_8)));
        var deadline = Thread.ofVirtual().start(() -> cancelAtDeadline(request));
        try (var response = http.executeOpen(null, request, null)) {
            return DeliveryOutcome.answered(response.getCode(), retryAfter(response));
        } catch (IOException e) {
            return DeliveryOutcome.failed(inWords(e));
        } finally {
            deadline.interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    /** As Standard Webhooks 1.0 has it; services that do not know these headers ignore them. */
    private void sign(HttpPost request, WebhookTarget to, String webhookId, String payload) {
        request.setHeader("webhook-id", webhookId);
        if (!to.secrets().isEmpty()) {
            var now = clock.instant();
            request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
            request.setHeader(
                    "webhook-signature",
                    SigningSecret.signatures(to.secrets(), webhookId, now, payload));
        }
    }

    private static void cancelAtDeadline(HttpPost request) {
        try {
            Thread.sleep(TOTAL_TIMEOUT);
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
