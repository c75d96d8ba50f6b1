package dev.headway.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Headway's REST API, as one caller sees it: every request sees what the ones before it wrote. */
final class RestApi {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int TOO_MANY = 429;

    /** Whoever is turned away this often in a row will not be let in. */
    private static final int MAX_TURNED_AWAY = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final String token;
    private String position = "0";

    RestApi(URI service, String token) {
        this.api = service + "/api/v1";
        this.token = token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return done(send(request(path).GET()));
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return done(send(request(path).POST(json(body))));
    }

    JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return done(send(request(path).PUT(json(body))));
    }

    /** Asks for a stage, on the version that was read; the answer may be a refusal. */
    HttpResponse<String> move(String partnership, String version, Map<String, ?> body)
            throws IOException, InterruptedException {
        return send(
                request(partnership + "/transitions")
                        .header("If-Match", "\"" + version + "\"")
                        .POST(json(body)));
    }

    static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** A field as text, empty where there is none. */
    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Headway-Position", position);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        for (int turnedAway = 0;
                answer.statusCode() == TOO_MANY && turnedAway < MAX_TURNED_AWAY;
                turnedAway++) {
            TimeUnit.SECONDS.sleep(retryAfter(answer));
            answer = http.send(request.build(), BodyHandlers.ofString());
        }
        if (!answer.request().method().equals("GET")) {
            position = answer.headers().firstValue("Headway-Position").orElse(position);
        }
        return answer;
    }

    /** In seconds; what calls too often may call again after that. */
    private static long retryAfter(HttpResponse<?> answer) {
        var seconds = answer.headers().firstValue("Retry-After").orElse("1");
        return seconds.matches("[0-9]{1,3}") ? Math.max(1, Long.parseLong(seconds)) : 1;
    }

    private static JsonNode done(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    "%s %s answered %d: %s"
                            .formatted(
                                    answer.request().method(),
                                    answer.request().uri(),
                                    answer.statusCode(),
                                    answer.body()));
        }
        return read(answer);
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }
}
