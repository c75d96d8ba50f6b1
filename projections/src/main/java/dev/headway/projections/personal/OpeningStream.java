package dev.headway.projections.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.contracts.written.SealedText;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Opens what is sealed in JSON, byte by byte: whatever may be the beginning of a sealed text is
 * held back until it is one, or something else. Anything but JSON passes as it is.
 */
final class OpeningStream extends ServletOutputStream {

    private final ServletOutputStream out;
    private final OpeningResponse response;
    private final PersonalText texts;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean isBegun;
    private boolean isJson;

    OpeningStream(ServletOutputStream out, OpeningResponse response, PersonalText texts) {
        this.out = out;
        this.response = response;
        this.texts = texts;
    }

    /** Nothing was written. */
    void forget() {
        held.reset();
        isBegun = false;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!isBegun) {
            isBegun = true;
            isJson = response.isJson();
            if (begun(bytes, offset, length)) {
                return;
            }
        }
        if (isJson) {
            open(bytes, offset, offset + length);
        } else {
            out.write(bytes, offset, length);
        }
    }

    /** Whether what is written first is all of it. */
    private boolean begun(byte[] bytes, int offset, int length) throws IOException {
        var isAll = response.length() == length;
        if (!isJson && response.length() >= 0) {
            response.sayLength(response.length());
        }
        if (!isJson || !isAll) {
            return false;
        }
        var text = new String(bytes, offset, length, UTF_8);
        if (text.contains(SealedText.MARK)) {
            var opened = texts.open(text, JsonText::escaped).getBytes(UTF_8);
            response.sayLength(opened.length);
            out.write(opened);
        } else {
            response.sayLength(length);
            out.write(bytes, offset, length);
        }
        return true;
    }

    private void open(byte[] bytes, int from, int to) throws IOException {
        var clean = from;
        var i = from;
        while (i < to) {
            if (held.size() == 0) {
                i = SealedBytes.firstIn(bytes, i, to);
                if (i < to) {
                    out.write(bytes, clean, i - clean);
                    held.write(bytes[i]);
                    i++;
                    clean = i;
                }
            } else {
                var end = SealedBytes.endIn(bytes, i, to, held.size());
                held.write(bytes, i, end - i);
                if (end < to || SealedBytes.isWhole(held.size(), bytes[end - 1])) {
                    release(); // whole, or something else; another one may begin behind it
                }
                i = end;
                clean = end;
            }
        }
        out.write(bytes, clean, to - clean);
    }

    private void release() throws IOException {
        out.write(texts.open(held.toString(UTF_8), JsonText::escaped).getBytes(UTF_8));
        held.reset();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (held.size() > 0) {
            release();
        }
        out.close();
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
    }
}
