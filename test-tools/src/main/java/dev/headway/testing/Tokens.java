package dev.headway.testing;

import dev.headway.contracts.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Real tokens of a running service's embedded issuer. */
public final class Tokens {

    private Tokens() {}

    /**
     * @param home the folder of the service's data, where the secrets are
     */
    public static String of(HttpClient http, URI service, Path home, Role role) {
        try {
            var name = role.name().toLowerCase(Locale.ROOT);
            var secret = Files.readString(home.resolve("identity").resolve(name + ".secret"));
            var credentials = (name + ":" + secret.strip()).getBytes(StandardCharsets.UTF_8);
            var request =
                    HttpRequest.newBuilder(service.resolve("/oauth2/token"))
                            .header(
                                    "Authorization",
                                    "Basic " + Base64.getEncoder().encodeToString(credentials))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "grant_type=client_credentials"))
                            .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return JsonMapper.shared().readTree(answer.body()).at("/access_token").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
