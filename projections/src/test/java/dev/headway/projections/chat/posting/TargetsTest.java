package dev.headway.projections.chat.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is reached by accident. */
class TargetsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/x",
                "ftp://hooks.example/x",
                "file:///etc/passwd",
                "https://user:secret@hooks.example/x",
                "https://hooks.example@127.0.0.1/x",
                "https:///x",
                "https:hooks.example",
                "//hooks.example/x",
                "https://hooks.example\\@127.0.0.1/",
                "https://①②⑦.⓪.⓪.①/x",
                "https://hooks .example/x",
                "https://[::1/x",
                "https://localhost/x",
                "https://localhost./x",
                "https://127.0.0.1/x",
                "https://127.1/x",
                "https://2130706433/x",
                "https://0177.0.0.1/x",
                "https://0x7f.0.0.1/x",
                "https://0x7f000001/x",
                "https://0/x",
                "https://0.0.0.0/x",
                "https://10.1.2.3/x",
                "https://172.31.255.255/x",
                "https://192.168.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://2852039166/latest/meta-data",
                "https://100.100.100.200/x",
                "https://198.18.0.1/x",
                "https://192.0.0.192/x",
                "https://224.0.0.1/x",
                "https://255.255.255.255/x",
                "https://[::]/x",
                "https://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[::ffff:7f00:1]/x",
                "https://[::ffff:169.254.169.254]/x",
                "https://[::127.0.0.1]/x",
                "https://[64:ff9b::7f00:1]/x",
                "https://[2002:7f00:1::]/x",
                "https://[2001:0:7f00:1::]/x",
                "https://[fe80::1]/x",
                "https://[fc00::1]/x",
                "https://[fd00:ec2::254]/x",
                "https://[ff02::1]/x",
                "https://[2001:db8::1]/x"
            })
    void a_hostile_url_is_refused_before_any_socket_is_opened(String url) {
        var outcome = post(false).send(to(url), UUID.randomUUID(), "{}");

        assertThat(outcome.error()).matches("target not permitted: .*|host not found");
        assertThat(outcome.error()).doesNotContain("example").doesNotContain("127");
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
        try (var receiver = new Receiver()) {
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
            new Post(
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

    private static Post post(boolean allowInsecure) {
        return new Post(allowInsecure, Set.of(443), Clock.systemUTC());
    }

    private static Addressee to(String url) {
        return new Addressee(url, List.of());
    }

    private static PermittedAddresses resolving(InetAddress... addresses) {
        return new PermittedAddresses(
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
