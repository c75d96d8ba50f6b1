package dev.headway.projections.chat.webhooks;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.MultiValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A chat service on loopback. */
public final class WebhookReceiver implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    public WebhookReceiver() {
        server.start();
        answers(ok());
    }

    public static ResponseDefinitionBuilder ok() {
        return status(200);
    }

    public static ResponseDefinitionBuilder status(int status) {
        return new ResponseDefinitionBuilder().withStatus(status);
    }

    public String url() {
        return "http://127.0.0.1:" + server.port() + "/hook/secret-token";
    }

    /** From now on. */
    public void answers(ResponseDefinitionBuilder response) {
        server.stubFor(any(anyUrl()).willReturn(response));
    }

    public List<JsonNode> messages() {
        return bodies().stream().map(JSON::readTree).toList();
    }

    public List<String> bodies() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest().getBodyAsString())
                .toList();
    }

    public List<String> ids() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest().getHeader("webhook-id"))
                .toList();
    }

    /** Of the newest request. */
    public Map<String, List<String>> headers() {
        return server.getAllServeEvents().getFirst().getRequest().getHeaders().all().stream()
                .collect(Collectors.toMap(MultiValue::key, MultiValue::values));
    }

    @Override
    public void close() {
        server.stop();
    }
}
