package dev.headway.projections.chat.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a channel's messages go, once its URL was found fit. Never shown: it is a credential.
 *
 * @param url with a scheme and a host that are permitted, and without user info
 */
record PermittedUrl(URI url) {

    private static final Set<String> SECURE = Set.of("https");
    private static final Set<String> INSECURE_TOO = Set.of("https", "http");

    /** Hosts that some would read as a number, and the one spelling that all read alike. */
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern DOTTED_QUAD =
            Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    /** Why a target is not spoken to; says nothing about where it is. */
    static final class NotPermitted extends Exception {

        private static final long serialVersionUID = 1L;

        NotPermitted(String why) {
            super("target not permitted: " + why);
        }
    }

    /**
     * @param ports those that may be spoken to; insecure targets may have any
     */
    static PermittedUrl of(String url, boolean allowInsecure, Set<Integer> ports)
            throws NotPermitted {
        URI parsed;
        try {
            parsed = new URI(url).parseServerAuthority();
        } catch (URISyntaxException _) {
            throw new NotPermitted("not a valid URL"); // without its cause, which quotes it
        }
        if (parsed.getHost() == null || parsed.getScheme() == null) {
            throw new NotPermitted("not a valid URL");
        }
        if (NUMERIC.matcher(parsed.getHost()).matches()
                && !DOTTED_QUAD.matcher(parsed.getHost()).matches()) {
            throw new NotPermitted("an odd spelling of an address");
        }
        if (parsed.getRawUserInfo() != null) {
            throw new NotPermitted("user info in the URL");
        }
        if (!(allowInsecure ? INSECURE_TOO : SECURE)
                .contains(parsed.getScheme().toLowerCase(Locale.ROOT))) {
            throw new NotPermitted(allowInsecure ? "neither https nor http" : "not https");
        }
        if (!allowInsecure && parsed.getPort() != -1 && !ports.contains(parsed.getPort())) {
            throw new NotPermitted("its port");
        }
        return new PermittedUrl(parsed);
    }

    @Override
    public String toString() {
        return "Target[hidden]";
    }
}
