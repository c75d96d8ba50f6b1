package dev.headway.lifecycle.fuzz;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back; {@link #NONE} where the connection was closed without a word. */
record RawResponse(int status, HttpHeaders headers, byte[] body) {

    static final RawResponse NONE =
            new RawResponse(0, HttpHeaders.of(Map.of(), (_, _) -> true), new byte[0]);

    boolean isDone() {
        return status >= 200 && status < 300;
    }

    boolean isJson() {
        return headers.firstValue("Content-Type").orElse("").equals("application/json")
                && body.length > 0;
    }

    private boolean isBinary() {
        return headers.firstValue("Content-Type")
                .filter(
                        type ->
                                type.equals("application/octet-stream")
                                        || type.equals("application/zip"))
                .isPresent();
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** A header's number, 0 without one. */
    long number(String header) {
        return headers.firstValueAsLong(header).orElse(0);
    }

    /**
     * Each byte of what is no text is a character.
     *
     * @throws AssertionError when it is one, and not in UTF-8
     */
    String text() {
        try {
            return isBinary()
                    ? new String(body, StandardCharsets.ISO_8859_1)
                    : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException broken) {
            throw new AssertionError("the body is not in UTF-8", broken);
        }
    }
}
