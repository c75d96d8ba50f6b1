package dev.headway.split.gateway;

import static org.eclipse.jetty.http.HttpStatus.BAD_GATEWAY_502;
import static org.eclipse.jetty.http.HttpStatus.GATEWAY_TIMEOUT_504;
import static org.eclipse.jetty.http.HttpStatus.INTERNAL_SERVER_ERROR_500;
import static org.eclipse.jetty.http.HttpStatus.NOT_FOUND_404;
import static org.eclipse.jetty.http.HttpStatus.SERVICE_UNAVAILABLE_503;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the gateway itself has to say, as a problem of Headway (RFC 9457). */
enum GatewayProblem {
    NOT_HERE(NOT_FOUND_404, "not-found", "Not found", "Health and metrics are asked of nodes"),
    NO_NODE(SERVICE_UNAVAILABLE_503, "unavailable", "Unavailable", "No node is ready; try again"),
    LEFT(
            BAD_GATEWAY_502,
            "unavailable",
            "Unavailable",
            "A node left without an answer; whether it was done is not known"),
    SILENT(
            GATEWAY_TIMEOUT_504,
            "timed-out",
            "Timed out",
            "No answer in time; whether it was done is not known");

    private final int status;
    private final String body;

    GatewayProblem(int status, String kind, String title, String detail) {
        this.status = status;
        this.body =
                "{\"type\":\"/docs/problems#%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(kind, title, status, detail);
    }

    void write(Response response, Callback callback) {
        response.reset();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        if (status > INTERNAL_SERVER_ERROR_500) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        Content.Sink.write(response, true, body, callback);
    }
}
