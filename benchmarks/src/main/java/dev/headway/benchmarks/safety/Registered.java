package dev.headway.benchmarks.safety;

import dev.headway.benchmarks.running.HeadwayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Partnerships to write to, registered long enough ago for what is said of the past. */
final class Registered {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private Registered() {}

    static List<String> at(HeadwayNode node, int count) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var token = node.token("manager");
            var ids = new ArrayList<String>();
            for (int n = 0; n < count; n++) {
                var body =
                        """
                        {"name":"Partnership %d","partner":{"name":"Partner %d","type":"TELCO"},
                         "effectiveAt":"2001-01-01T00:00:00Z"}"""
                                .formatted(n, n);
                var request =
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + node.port()
                                                        + "/api/v1/partnerships"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build();
                var id = ID.matcher(http.send(request, BodyHandlers.ofString()).body());
                if (!id.find()) {
                    throw new IllegalStateException("A partnership was not registered");
                }
                ids.add(id.group(1));
            }
            return ids;
        }
    }
}
