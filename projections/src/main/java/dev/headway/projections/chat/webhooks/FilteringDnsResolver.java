package dev.headway.projections.chat.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host once, for the connection that is about to be made, and answers only addresses
 * that may be spoken to: one that may not spoils them all. Loopback and private ranges are a matter
 * of configuration; link-local (where clouds keep their metadata), multicast and reserved ones are
 * not. Mapped addresses arrive here as the IPv4 address they are.
 */
final class FilteringDnsResolver implements DnsResolver {

    private final DnsResolver names;
    private final boolean allowInsecure;

    FilteringDnsResolver(DnsResolver names, boolean allowInsecure) {
        this.names = names;
        this.allowInsecure = allowInsecure;
    }

    /** Thrown instead of connecting; names neither host nor address. */
    static final class AddressNotPermitted extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        AddressNotPermitted() {
            super("target not permitted: its address is in a blocked range");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (addresses == null || !Arrays.stream(addresses).allMatch(this::isPermitted)) {
            throw new AddressNotPermitted();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean isPermitted(InetAddress address) {
        if (AddressRange.PRIVATE.stream().anyMatch(range -> range.contains(address))) {
            return allowInsecure;
        }
        return AddressRange.SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
}
