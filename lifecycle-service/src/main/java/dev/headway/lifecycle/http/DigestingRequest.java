package dev.headway.lifecycle.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.security.MessageDigest;

/** A request whose body is digested as it is read. */
final class DigestingRequest extends HttpServletRequestWrapper {

    private final MessageDigest digest;

    DigestingRequest(HttpServletRequest request, MessageDigest digest) {
        super(request);
        this.digest = digest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new DigestingStream(super.getInputStream(), digest);
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
