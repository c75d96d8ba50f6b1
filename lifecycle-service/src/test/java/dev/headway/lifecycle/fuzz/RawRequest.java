package dev.headway.lifecycle.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A request as it goes over the wire, byte for byte; texts hold one byte in each character.
 *
 * @param head the request line and the headers
 * @param isWhole whether it is HTTP at all, so that an answer is owed
 */
record RawRequest(String method, String target, List<String> head, byte[] body, boolean isWhole) {

    private static final int LONGEST_HEAD = 8_000;
    private static final int LONGEST_BODY = 25_000_000;

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream(1_000 + body.length);
        bytes.writeBytes((String.join("\r\n", head) + "\r\n\r\n").getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    String path() {
        var query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /**
     * Whether it is longer than a server reads to the end; it may then close the connection while
     * the rest is still on its way, and TCP drops what it has said.
     */
    boolean isEndless() {
        return String.join("", head).length() > LONGEST_HEAD || body.length > LONGEST_BODY;
    }

    /** Whether one of the headers begins like this. */
    boolean has(String header) {
        return head.stream()
                .anyMatch(each -> each.regionMatches(true, 0, header, 0, header.length()));
    }

    /** To be read by people, without the token in it. */
    @Override
    public String toString() {
        var text = new String(bytes(), ISO_8859_1);
        text = text.replaceAll("Bearer ey[\\w.-]+", "Bearer ...");
        return text.length() < 4_000
                ? text
                : text.substring(0, 4_000) + "... (%d bytes)".formatted(text.length());
    }
}
