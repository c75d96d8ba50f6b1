package dev.headway.projections.console.api;

import dev.headway.projections.console.signin.SignedOutException;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What came over the wire, as what the API means by it. */
final class ReceivedAnswer {

    /** Amounts are shown to the last digit. */
    private static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private ReceivedAnswer() {}

    /**
     * @throws ApiProblem when it is one
     */
    static ApiAnswer of(ClientHttpResponse answer, byte[] bytes) throws IOException {
        throwIfRefused(answer, bytes);
        return new ApiAnswer(
                answer.getStatusCode().value(),
                body(bytes),
                text(answer.getHeaders(), HttpHeaders.ETAG));
    }

    static void throwIfRefused(ClientHttpResponse answer, byte[] bytes) throws IOException {
        var status = answer.getStatusCode().value();
        var headers = answer.getHeaders();
        if (status == 401) {
            throw new SignedOutException();
        }
        if (status >= 400) {
            throw new ApiProblem(
                    status,
                    body(bytes),
                    text(headers, HttpHeaders.ETAG),
                    text(headers, HttpHeaders.RETRY_AFTER));
        }
    }

    /** Empty where the answer is none of the API's, as of a gateway in between. */
    private static ApiObject body(byte[] bytes) {
        try {
            return bytes.length == 0 ? ApiObject.NOTHING : new ApiObject(EXACT.readTree(bytes));
        } catch (JacksonException _) {
            return ApiObject.NOTHING;
        }
    }

    private static String text(HttpHeaders headers, String name) {
        var value = headers.getFirst(name);
        return value == null ? "" : value;
    }
}
