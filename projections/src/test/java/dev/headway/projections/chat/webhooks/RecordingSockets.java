package dev.headway.projections.chat.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.jspecify.annotations.Nullable;

/** Real sockets that remember where they were opened to. */
final class RecordingSockets extends PoolingHttpClientConnectionManagerBuilder {

    private final List<InetAddress> opened = new CopyOnWriteArrayList<>();

    List<InetAddress> opened() {
        return opened;
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
            SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
        return new DefaultHttpClientConnectionOperator(
                Watched::new,
                ports,
                names,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build());
    }

    private final class Watched extends Socket {

        Watched(@Nullable Proxy proxy) {
            super(proxy == null ? Proxy.NO_PROXY : proxy);
        }

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            opened.add(((InetSocketAddress) to).getAddress());
            super.connect(to, timeout);
        }
    }
}
