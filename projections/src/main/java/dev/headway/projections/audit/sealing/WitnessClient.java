package dev.headway.projections.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.projections.audit.transparency.TreeHash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Speaks to a witness (C2SP tlog-witness): one call, within bounded time. */
final class WitnessClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** A line of ML-DSA-44 is 3,244 characters; nobody needs more than a few. */
    private static final long LARGEST_ANSWER = 1 << 16;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();

    private final URI address;

    /**
     * @param prefix what {@code /add-checkpoint} is appended to
     */
    WitnessClient(String prefix) {
        this.address = URI.create(prefix.replaceFirst("/+$", "") + "/add-checkpoint");
    }

    /** What a witness answered. */
    record Answer(int status, String body) {}

    /**
     * Shows it a checkpoint.
     *
     * @param old how many events it has seen of the log
     * @param proof that the log grew from those
     * @throws IllegalStateException when there is no answer
     */
    Answer addCheckpoint(long old, List<TreeHash> proof, String checkpoint) {
        var body = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(hash -> body.append(hash).append('\n'));
        body.append('\n').append(checkpoint);
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .POST(BodyPublishers.ofString(body.toString(), UTF_8))
                        .build();
        try {
            HttpResponse<String> answer =
                    http.send(
                            request,
                            BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LARGEST_ANSWER));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("The witness is away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The witness is not waited for any more", e);
        }
    }
}
