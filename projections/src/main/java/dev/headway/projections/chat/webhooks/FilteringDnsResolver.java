package dev.headway.projections.chat.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host once, for the connection that is about to be made, and answers only addresses
 * that may be spoken to: one that may not spoils them all. Loopback and private ranges are a matter
 * of configuration; link-local (where clouds keep their metadata), multicast and reserved ones are
 * not. Mapped addresses arrive here as the IPv4 address they are.
 */
final class FilteringDnsResolver implements DnsResolver {

    /** RFC 6761: never anything else. */
    private static final Pattern LOOPBACK_NAME =
            Pattern.compile("(.*\\.)?localhost\\.?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

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

    /**
     * Refuses a host whose address is known without asking anybody.
     *
     * @throws AddressNotPermitted when it may not be spoken to
     */
    static void requirePermitted(String host, boolean allowInsecure) throws UnknownHostException {
        var isLoopback = LOOPBACK_NAME.matcher(host).matches();
        if (isLoopback && !allowInsecure) {
            throw new AddressNotPermitted();
        }
        var bare = host.replaceAll("^\\[|\\]$", "");
        if (ADDRESS.matcher(bare).matches()
                && !isPermitted(InetAddress.ofLiteral(bare), allowInsecure)) {
            throw new AddressNotPermitted();
        }
    }

    private boolean isPermitted(InetAddress address) {
        return isPermitted(address, allowInsecure);
    }

    private static boolean isPermitted(InetAddress address, boolean allowInsecure) {
        if (AddressRange.PRIVATE.stream().anyMatch(range -> range.contains(address))) {
            return allowInsecure;
        }
        return AddressRange.SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
}
