package dev.headway.projections.chat.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is reached by accident. */
class WebhookClientTest {

    private static final Set<Integer> PORTS = Set.of(443, 8443);
    private static final UUID ID = UUID.fromString("1b3e5a7c-9d0f-4a2b-8c4d-6e8f0a1b2c3d");

    /** Resolves what needs no name server, as every resolver does: literals and what is near. */
    private static final DnsResolver NO_DNS =
            new Names() {
                @Override
                public InetAddress[] resolve(String host) throws UnknownHostException {
                    if (host.equals("hooks.example")) {
                        throw new UnknownHostException(host);
                    }
                    return InetAddress.getAllByName(host);
                }
            };

    @Test
    void more_than_two_hundred_hostile_urls_are_refused_before_any_socket_is_opened()
            throws Exception {
        var urls = HostileUrls.all();
        assertThat(urls).hasSizeGreaterThan(400);
        var sockets = new RecordingSockets();
        try (var post = new WebhookClient(false, PORTS, Clock.systemUTC(), NO_DNS, sockets)) {
            assertThat(urls)
                    .allSatisfy(
                            url -> {
                                var error = post.send(to(url), ID, "{}").error();
                                assertThat(error)
                                        .matches("target not permitted: .*|host not found");
                                assertThat(error).doesNotContain("example").doesNotContain("127");
                            });
        }
        assertThat(sockets.opened()).isEmpty();
    }

    /** The same sockets, for a target that nothing is wrong with: the test above can fail. */
    @Test
    void a_permitted_url_opens_a_socket() throws Exception {
        var sockets = new RecordingSockets();
        try (var receiver = new WebhookReceiver();
                var post = new WebhookClient(true, PORTS, Clock.systemUTC(), NO_DNS, sockets)) {
            assertThat(post.send(to(receiver.url()), ID, "{}").error()).isNull();
            assertThat(sockets.opened()).hasSize(1);
        }
    }

    @Test
    void a_name_that_answers_with_a_blocked_address_is_refused_whenever_it_does() throws Exception {
        var answers =
                new ArrayDeque<>(
                        List.of(
                                InetAddress.ofLiteral("169.254.169.254"),
                                InetAddress.ofLiteral("127.0.0.1"),
                                InetAddress.ofLiteral("::1"),
                                InetAddress.ofLiteral("::ffff:10.0.0.1")));
        var rebinding =
                new Names() {
                    @Override
                    public InetAddress[] resolve(String host) {
                        return new InetAddress[] {answers.remove()};
                    }
                };
        var sockets = new RecordingSockets();
        try (var post = new WebhookClient(false, PORTS, Clock.systemUTC(), rebinding, sockets)) {
            while (!answers.isEmpty()) {
                assertThat(post.send(to("https://hooks.example/x"), ID, "{}").error())
                        .isEqualTo("target not permitted: its address is in a blocked range");
            }
        }
        assertThat(sockets.opened()).isEmpty();
    }

    @Test
    void a_redirect_to_a_blocked_address_is_not_followed() throws Exception {
        var sockets = new RecordingSockets();
        try (var receiver = new WebhookReceiver();
                var post = new WebhookClient(true, PORTS, Clock.systemUTC(), NO_DNS, sockets)) {
            for (var status : List.of(301, 302, 303, 307, 308)) {
                receiver.answers(
                        WebhookReceiver.status(status)
                                .withHeader("Location", "http://169.254.169.254/latest"));
                assertThat(post.send(to(receiver.url()), ID, "{}").error())
                        .isEqualTo("HTTP " + status);
            }
            assertThat(sockets.opened()).allMatch(InetAddress::isLoopbackAddress);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://[fe80::1]/x",
                "http://224.0.0.1/x",
                "http://0.0.0.0/x",
                "http://user:secret@127.0.0.1/x"
            })
    void even_where_insecure_targets_are_allowed_some_are_not(String url) {
        assertThat(post(true).send(to(url), UUID.randomUUID(), "{}").error())
                .startsWith("target not permitted");
    }

    @Test
    void a_host_with_one_blocked_address_among_good_ones_is_refused() throws Exception {
        var good = InetAddress.ofLiteral("93.184.216.34");
        var blocked = InetAddress.ofLiteral("10.0.0.1");

        assertThatNoException().isThrownBy(() -> resolving(good).resolve("hooks.example"));
        assertThatThrownBy(() -> resolving(good, blocked).resolve("hooks.example"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("blocked range");
    }

    @Test
    void public_ipv6_is_permitted() {
        assertThatNoException()
                .isThrownBy(
                        () ->
                                resolving(InetAddress.ofLiteral("2606:2800:220:1::1"))
                                        .resolve("hooks.example"));
    }

    @Test
    void a_name_is_resolved_once_and_the_connection_goes_to_the_address_that_was_checked()
            throws Exception {
        try (var receiver = new WebhookReceiver()) {
            var resolved = new int[1];
            var names =
                    new Names() {
                        @Override
                        public InetAddress[] resolve(String host) {
                            resolved[0]++;
                            return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
                        }
                    };
            var url = receiver.url().replace("127.0.0.1", "hooks.example");
            new WebhookClient(
                            true,
                            Set.of(),
                            Clock.systemUTC(),
                            names,
                            PoolingHttpClientConnectionManagerBuilder.create())
                    .send(to(url), UUID.randomUUID(), "{}");

            assertThat(receiver.ids()).hasSize(1);
            assertThat(resolved[0]).isEqualTo(1);
        }
    }

    private static WebhookClient post(boolean allowInsecure) {
        return new WebhookClient(allowInsecure, Set.of(443), Clock.systemUTC());
    }

    private static WebhookTarget to(String url) {
        return new WebhookTarget(url, List.of());
    }

    private static FilteringDnsResolver resolving(InetAddress... addresses) {
        return new FilteringDnsResolver(
                new Names() {
                    @Override
                    public InetAddress[] resolve(String host) {
                        return addresses;
                    }
                },
                false);
    }

    private interface Names extends DnsResolver {
        @Override
        default String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
