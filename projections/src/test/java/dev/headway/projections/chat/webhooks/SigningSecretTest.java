package dev.headway.projections.chat.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures as an independent implementation of Standard Webhooks understands them. */
class SigningSecretTest {

    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String STRANGE = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String PAYLOAD = "{\"name\":\"Müller & Söhne 北京 😀\"}";

    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_receiver_verifies_what_was_sent() {
        var headers = sent(OLD);

        assertThatCode(() -> new Webhook(OLD).verify(PAYLOAD, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(STRANGE).verify(PAYLOAD, headers))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(OLD).verify(PAYLOAD + " ", headers))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void while_secrets_rotate_receivers_with_either_verify() {
        var headers = sent(OLD, NEW);

        assertThat(headers.firstValue("webhook-signature").orElseThrow().split(" ")).hasSize(2);
        for (var secret : List.of(OLD, NEW)) {
            assertThatCode(() -> new Webhook(secret).verify(PAYLOAD, headers))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void without_a_secret_nothing_is_signed() {
        assertThat(sent().map()).doesNotContainKey("webhook-signature").containsKey("webhook-id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_not base64 but long enough for a secret"
            })
    void what_is_no_secret_is_refused_and_not_quoted(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningSecret.of(written))
                .withMessage("A webhook secret is whsec_ and 24 to 64 bytes in Base64");
    }

    @Test
    void a_secret_is_shown_nowhere() {
        assertThat(SigningSecret.of(OLD).toString()).doesNotContain("MfKQ");
        assertThat(new WebhookTarget("https://a.example/token", List.of()).toString())
                .doesNotContain("token");
    }

    private HttpHeaders sent(String... secrets) {
        try (var post = new WebhookClient(true, Set.of(), Clock.systemUTC())) {
            var to =
                    new WebhookTarget(
                            receiver.url(), Stream.of(secrets).map(SigningSecret::of).toList());
            assertThat(post.send(to, UUID.randomUUID(), PAYLOAD).error()).isNull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(receiver.bodies()).containsExactly(PAYLOAD);
        return HttpHeaders.of(receiver.headers(), (_, _) -> true);
    }
}
