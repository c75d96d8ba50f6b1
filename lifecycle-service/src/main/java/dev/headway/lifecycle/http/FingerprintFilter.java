package dev.headway.lifecycle.http;

import dev.headway.projections.personal.PersonalText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the fingerprint of a body while it is read, so that a repeated call can be distinguished
 * from another: a keyed hash, for a plain one would tell whether somebody guessed a name in it.
 */
@Component
class FingerprintFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    private static final String FINGERPRINT = "headway.fingerprint";

    private final PersonalText texts;

    FingerprintFilter(PersonalText texts) {
        this.texts = texts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var digest = sha256();
        Supplier<String> fingerprint =
                () -> {
                    try {
                        var hash = ((MessageDigest) digest.clone()).digest();
                        return texts.index("body " + HexFormat.of().formatHex(hash));
                    } catch (CloneNotSupportedException e) {
                        throw new IllegalStateException(e);
                    }
                };
        request.setAttribute(FINGERPRINT, fingerprint);
        chain.doFilter(new DigestingRequest(request, digest), response);
    }

    @SuppressWarnings("unchecked")
    static Supplier<String> fingerprint(HttpServletRequest request) {
        return (Supplier<String>) request.getAttribute(FINGERPRINT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
