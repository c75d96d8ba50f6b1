package dev.headway.lifecycle.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the fingerprint of a body while it is read, so that a repeated call can be told from
 * another.
 */
@Component
class FingerprintFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    private static final String FINGERPRINT = "headway.fingerprint";

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
                        return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
                    } catch (CloneNotSupportedException e) {
                        throw new IllegalStateException(e);
                    }
                };
        request.setAttribute(FINGERPRINT, fingerprint);
        chain.doFilter(new Digesting(request, digest), response);
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

    private static final class Digesting extends HttpServletRequestWrapper {

        private final MessageDigest digest;

        Digesting(HttpServletRequest request, MessageDigest digest) {
            super(request);
            this.digest = digest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new DigestingStream(super.getInputStream(), digest);
        }
    }

    private static final class DigestingStream extends ServletInputStream {

        private final ServletInputStream body;
        private final MessageDigest digest;

        DigestingStream(ServletInputStream body, MessageDigest digest) {
            this.body = body;
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            var read = body.read();
            if (read >= 0) {
                digest.update((byte) read);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = body.read(into, offset, length);
            if (read > 0) {
                digest.update(into, offset, read);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
