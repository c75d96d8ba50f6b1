package dev.headway.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Commands and questions for so many seconds, as many people at once would send them: what the
 * build lets the service do once, on an empty home, for the JVM to remember what it compiled. Takes
 * the same {@code HEADWAY_URL} and {@code HEADWAY_TOKEN} as {@link Demo}.
 */
public final class Rehearsal {

    private static final int CALLERS = 16;
    private static final int PARTNERSHIPS = 200;

    /** One question comes on so many commands. */
    private static final int COMMANDS = 8;

    private static final List<String> QUESTIONS =
            List.of(
                    "/partnerships?limit=50",
                    "/partnerships/counts",
                    "/ghost-towns",
                    "/next-steps",
                    "/alerts",
                    "/portfolio");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;
    private final String token;
    private final Clock clock;

    /**
     * @param service as {@code http://localhost:8080}
     * @param token of somebody who may write partnerships
     * @param clock that says when the time is over
     */
    Rehearsal(URI service, String token, Clock clock) {
        this.api = service + "/api/v1";
        this.token = token;
        this.clock = clock;
    }

    /**
     * @param arguments for how many seconds
     */
    public static void main(String... arguments)
            throws IOException, InterruptedException, ExecutionException {
        var rehearsal =
                new Rehearsal(
                        URI.create(Demo.setting("HEADWAY_URL")),
                        Demo.setting("HEADWAY_TOKEN"),
                        Clock.systemUTC());
        System.out.println(
                rehearsal.play(Duration.ofSeconds(Long.parseLong(arguments[0]))) + " requests");
    }

    /** Says how many requests were answered. */
    long play(Duration length) throws IOException, InterruptedException, ExecutionException {
        var registered = register();
        var end = clock.instant().plus(length);
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var calling = new ArrayList<Callable<Long>>();
            for (int caller = 0; caller < CALLERS; caller++) {
                var first = caller;
                calling.add(
                        () -> {
                            long sent = 0;
                            while (clock.instant().isBefore(end)) {
                                next(registered, first + CALLERS * sent++);
                            }
                            return sent;
                        });
            }
            long sent = 0;
            for (var caller : callers.invokeAll(calling)) {
                sent += caller.get();
            }
            return sent;
        }
    }

    private List<String> register() throws IOException, InterruptedException {
        var rest = new RestApi(URI.create(api.substring(0, api.lastIndexOf("/api"))), token);
        var portfolio = new Portfolio(rest, clock.instant(), System.out);
        var registered = new ArrayList<String>();
        for (int n = 0; n < PARTNERSHIPS; n++) {
            registered.add(
                    portfolio.register(
                            "Rehearsal " + n, "Partner " + n % 40, "RESELLER", "RESELL", 100));
        }
        return registered;
    }

    private void next(List<String> registered, long turn) throws IOException, InterruptedException {
        var path =
                turn % (COMMANDS + 1) == COMMANDS
                        ? QUESTIONS.get((int) (turn % QUESTIONS.size()))
                        : registered.get((int) (turn % registered.size())) + "/touchpoints";
        var request =
                HttpRequest.newBuilder(URI.create(api + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token);
        if (path.endsWith("/touchpoints")) {
            request.header("Content-Type", "application/json")
                    .POST(
                            BodyPublishers.ofString(
                                    """
                                    {"kind":"JOINT_CALL","summary":"Went through open proposals","with":"Partner desk"}"""));
        }
        http.send(request.build(), BodyHandlers.ofString());
    }
}
