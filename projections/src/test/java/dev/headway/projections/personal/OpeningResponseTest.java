package dev.headway.projections.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class OpeningResponseTest {

    private final PersonalText texts = new PersonalText(new KeysInMemory());
    private final MockHttpServletResponse sent = new MockHttpServletResponse();
    private final OpeningResponse response = new OpeningResponse(sent, texts);

    @Test
    void json_that_comes_at_once_leaves_opened_and_with_its_length() throws IOException {
        var json = json("Ada \"the\" Okafor\\");
        response.setContentType("application/json");
        response.setContentLengthLong(json.length);

        response.getOutputStream().write(json);

        assertThat(sent.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("{\"owner\":\"Ada \\\"the\\\" Okafor\\\\\",\"n\":999}");
        assertThat(sent.getContentLength()).isEqualTo(sent.getContentAsByteArray().length);
    }

    @Test
    void json_that_comes_in_pieces_is_opened_wherever_they_end() throws IOException {
        var json = json("Ada Okafor");
        for (var size = 1; size < json.length; size++) {
            assertThat(inPieces(json, size))
                    .as("in pieces of %d", size)
                    .isEqualTo("{\"owner\":\"Ada Okafor\",\"n\":999}");
        }
    }

    @Test
    void what_only_begins_as_if_it_were_sealed_leaves_as_it_is() throws IOException {
        var sealed = texts.seal(null, "Ada");
        var sent =
                "[\"9\", \"9hw9\", \"9h9hw\", \"9hw9abc!\", \"9hw %s9h%s9\"]"
                        .formatted(sealed, sealed);
        var json = sent.getBytes(StandardCharsets.UTF_8);
        for (var size = 1; size < json.length; size++) {
            assertThat(inPieces(json, size))
                    .as("in pieces of %d", size)
                    .isEqualTo("[\"9\", \"9hw9\", \"9h9hw\", \"9hw9abc!\", \"9hw Ada9hAda9\"]");
        }
    }

    @Test
    void anything_but_json_leaves_as_it_is() throws IOException {
        var zip = json("Ada Okafor");
        response.setContentType("application/zip");

        response.getOutputStream().write(zip);

        assertThat(sent.getContentAsByteArray()).isEqualTo(zip);
    }

    private String inPieces(byte[] json, int size) throws IOException {
        var pieces = new MockHttpServletResponse();
        var opening = new OpeningResponse(pieces, texts);
        opening.setContentType("application/json");
        var out = opening.getOutputStream();
        for (var i = 0; i < json.length; i += size) {
            out.write(json, i, Math.min(size, json.length - i));
        }
        out.close();
        return pieces.getContentAsString(StandardCharsets.UTF_8);
    }

    private byte[] json(String name) {
        return "{\"owner\":\"%s\",\"n\":999}"
                .formatted(texts.seal(null, name))
                .getBytes(StandardCharsets.UTF_8);
    }
}
