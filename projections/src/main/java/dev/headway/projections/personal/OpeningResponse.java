package dev.headway.projections.personal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A response whose JSON is opened while it is written. How long it is is known once it is: where
 * all of it comes at once, as it mostly does, that is said.
 */
final class OpeningResponse extends HttpServletResponseWrapper {

    private static final String LENGTH = "Content-Length";

    private final PersonalText texts;
    private @Nullable OpeningStream stream;
    private @Nullable PrintWriter writer;
    private long length = -1;

    OpeningResponse(HttpServletResponse response, PersonalText texts) {
        super(response);
        this.texts = texts;
    }

    /** As whoever wrote the body counted it; not known as -1. */
    long length() {
        return length;
    }

    boolean isJson() {
        var type = getContentType();
        return type != null && (type.contains("json") && !type.contains("jsonl"));
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new OpeningStream(super.getOutputStream(), this, texts);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            var charset = getCharacterEncoding();
            writer =
                    new PrintWriter(
                            new OutputStreamWriter(
                                    getOutputStream(),
                                    charset == null || isJson()
                                            ? StandardCharsets.UTF_8.name()
                                            : charset));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        super.flushBuffer();
    }

    @Override
    public void setContentLength(int length) {
        this.length = length;
    }

    @Override
    public void setContentLengthLong(long length) {
        this.length = length;
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase(LENGTH)) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(LENGTH)) {
            length = Long.parseLong(value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    private void forget() {
        length = -1;
        if (stream != null) {
            stream.forget();
        }
    }

    /** How long it is as it leaves. */
    void sayLength(long opened) {
        super.setContentLengthLong(opened);
    }
}
