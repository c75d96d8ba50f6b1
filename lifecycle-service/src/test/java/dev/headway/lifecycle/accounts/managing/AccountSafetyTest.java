package dev.headway.lifecycle.accounts.managing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.AccountsOverHttp;
import dev.headway.lifecycle.accounts.Browser;
import dev.headway.projections.personal.PersonalText;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessing gets nowhere, and one administrator is always left. */
class AccountSafetyTest {

    private static final String MIA = "mia@northwind.example";
    private static final String PASSWORD = "eleven herons over the canal";

    private static DrivenClock clock;
    private static RunningHeadway headway;
    private static AccountsOverHttp accounts;

    @BeforeAll
    static void mia_administers() {
        clock = new DrivenClock(Instant.now());
        headway = RunningHeadway.startAt(clock);
        accounts = new AccountsOverHttp(headway);
        accounts.becomeFirst("Mia Holm", MIA, PASSWORD);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void two_administrators_who_end_each_other_at_once_do_not_both_succeed() throws Exception {
        var mia = idOf("Mia Holm");
        var ada = invited("Ada Okafor", "ada@northwind.example", "ADMIN", "VIEWER");
        for (int i = 0; i < 5; i++) {
            var end = i % 2 == 0 ? "/disabling" : "/roles";
            var statuses = atOnce(() -> ended(mia, end), () -> ended(ada, end));
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            for (var each : List.of(mia, ada)) {
                headway.as(Role.ADMIN).post("/api/v1/people/" + each + "/enabling", "");
                headway.as(Role.ADMIN)
                        .put("/api/v1/people/" + each + "/roles", "{\"roles\": [\"ADMIN\"]}");
            }
        }
    }

    @Test
    void an_address_that_is_given_to_two_people_at_once_is_one_persons() throws Exception {
        var ada = invite("Ada Sol", "ada.sol@northwind.example").json().at("/id").asString();
        var bea = invite("Bea Sol", "bea.sol@northwind.example").json().at("/id").asString();
        for (int i = 0; i < 5; i++) {
            var email = "sol" + i + "@northwind.example";
            assertThat(atOnce(() -> readdressed(ada, email), () -> readdressed(bea, email)))
                    .containsExactlyInAnyOrder(200, 409);
            assertThat(countOf("MailAddressCorrected", email)).isOne();
        }
    }

    @Test
    void an_address_that_somebody_is_invited_with_meanwhile_is_one_persons() throws Exception {
        var cleo = invite("Cleo Sol", "cleo.sol@northwind.example").json().at("/id").asString();
        for (int i = 0; i < 5; i++) {
            var email = "dan" + i + "@northwind.example";
            var statuses =
                    atOnce(() -> readdressed(cleo, email), () -> invite("Dan Sol", email).status());
            assertThat(statuses).isIn(List.of(200, 409), List.of(409, 201));
            assertThat(countOf("MailAddressCorrected", email) + countOf("PersonInvited", email))
                    .isOne();
        }
    }

    private static int readdressed(String person, String email) {
        return headway.as(Role.ADMIN)
                .post(
                        "/api/v1/people/" + person + "/mail-address",
                        "{\"email\": \"" + email + "\"}")
                .status();
    }

    private static long countOf(String type, String email) {
        var texts = headway.bean(PersonalText.class);
        return headway
                .bean(JdbcClient.class)
                .sql("select payload from event where type = :type")
                .param("type", type)
                .query((row, _) -> texts.open(row.getString(1)))
                .list()
                .stream()
                .filter(each -> each.contains(email))
                .count();
    }

    private static int ended(String person, String how) {
        var path = "/api/v1/people/" + person + how;
        var admin = headway.as(Role.ADMIN);
        return how.equals("/roles")
                ? admin.put(path, "{\"roles\": [\"VIEWER\"]}").status()
                : admin.post(path, "{}").status();
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
            throws Exception {
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = together.invokeAll(List.of(one, other));
            return List.of(calls.get(0).get(), calls.get(1).get());
        }
    }

    @Test
    void whoever_guesses_waits_and_it_is_on_record() {
        var noor = invited("Noor Haddad", "noor@northwind.example", "VIEWER");
        var refusals = 0;
        for (int i = 0; i < 40; i++) {
            refusals +=
                    signIn("noor@northwind.example", "guess number " + i).statusCode() == 429
                            ? 1
                            : 0;
        }
        assertThat(refusals).isEqualTo(34);
        var right = signIn("noor@northwind.example", PASSWORD);
        assertThat(right.statusCode()).as("not even the right one").isEqualTo(429);
        assertThat(right.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        clock.advance(Duration.ofMinutes(1));
        assertThat(signIn("noor@northwind.example", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(events("person/" + noor)).contains("SignInsRefused");
        await().untilAsserted(
                        () -> assertThat(audited("SignInsRefused")).isEqualTo("person/" + noor));
        clock.advance(Duration.ofMinutes(5));
    }

    @Test
    void an_address_without_an_account_is_answered_in_the_same_way() {
        clock.advance(Duration.ofMinutes(5));
        for (int i = 0; i < 6; i++) {
            assertThat(signIn("nobody@northwind.example", "guess number " + i).statusCode())
                    .isEqualTo(403);
        }
        assertThat(signIn("nobody@northwind.example", PASSWORD).statusCode()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(5));
    }

    @Test
    void an_address_that_looks_like_another_one_is_that_one() {
        invited("Olu Bello", "olu@northwind.example", "VIEWER");

        for (var alike :
                List.of(
                        "OLU@northwind.example",
                        "olu\\u200b@northwind.example",
                        "\uff4f\uff4c\uff55@northwind.example")) {
            assertThat(invite("Olu Bello", alike).status()).as(alike).isEqualTo(409);
        }
        assertThat(invite("Nobody", "\\u200b@\\u200b").status()).isEqualTo(400);
        for (var alike : List.of("Olu@Northwind.example", "\uff4flu\u00ad@northwind.example")) {
            assertThat(signIn(alike, PASSWORD).statusCode()).as(alike).isEqualTo(200);
        }
        var pia = invite("Pia Roth", "Pia\\u200b@northwind.example").json().at("/id").asString();
        headway.awaitProjections();
        assertThat(headway.as(Role.ADMIN).get("/api/v1/people/" + pia).json().at("/email"))
                .hasToString("\"Pia@northwind.example\"");
    }

    @Test
    void an_account_from_before_is_found_as_it_was_written_then() {
        invited("Rui Sol", "rui@northwind.example", "VIEWER");
        var then = "ru\u200bi@northwind.example";
        var texts = headway.bean(PersonalText.class);
        var updated =
                headway.bean(JdbcClient.class)
                        .sql("update account set email = :then where email = :now")
                        .param("then", texts.index("mail " + then))
                        .param("now", texts.index("mail rui@northwind.example"))
                        .update();
        assertThat(updated).isEqualTo(1);

        assertThat(signIn("RU\u200bI@northwind.example", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void an_expired_link_is_good_no_more_and_a_reset_gives_another() {
        var body = "{\"name\": \"Ines\", \"email\": \"ines@n.example\", \"roles\": [\"VIEWER\"]}";
        var invited = headway.as(Role.ADMIN).post("/api/v1/people", body).json();
        clock.advance(Duration.ofDays(4));
        assertThat(use(invited.at("/link").asString())).isEqualTo(410);

        var path = "/api/v1/people/" + invited.at("/id").asString() + "/reset";
        var first = headway.as(Role.ADMIN).post(path, "").json().at("/link").asString();
        var second = headway.as(Role.ADMIN).post(path, "").json().at("/link").asString();
        assertThat(use(first)).as("replaced").isEqualTo(410);
        assertThat(use(second)).isEqualTo(200);
    }

    @Test
    void a_misspelt_address_is_corrected_and_the_link_that_went_astray_is_good_no_more() {
        var invited = invite("Rita Sol", "rita@exmaple.test").json();
        var path = "/api/v1/people/" + invited.at("/id").asString() + "/mail-address";
        var admin = headway.as(Role.ADMIN);
        assertThat(admin.post(path, "{\"email\": \"rita@example\"}").status()).isEqualTo(400);
        var corrected = admin.post(path, "{\"email\": \"rita@example.test\"}").json();

        assertThat(use(invited.at("/link").asString())).isEqualTo(410);
        assertThat(use(corrected.at("/link").asString())).isEqualTo(200);
        assertThat(signIn("rita@exmaple.test", PASSWORD).statusCode()).isNotEqualTo(200);
        assertThat(signIn("rita@example.test", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(admin.post(path, "{\"email\": \"rita@n.example\"}").status())
                .as("by now they sign in with it")
                .isEqualTo(409);
    }

    @Test
    void without_the_secret_of_the_terminal_there_is_no_first_link() {
        var nobody = headway.asNobody().withoutContract();

        assertThat(nobody.post("/sign-in/first/links", "").status()).isEqualTo(401);
        assertThat(
                        nobody.post("/sign-in/first/links", "", "Authorization", "Basic b3Blbjo=")
                                .status())
                .isEqualTo(401);
        assertThat(accounts.open()).endsWith("/sign-in");
    }

    private static int use(String link) {
        return new Browser(headway.uri()).use(link, Map.of("password", PASSWORD)).statusCode();
    }

    /**
     * @param email as JSON has it
     */
    private static Caller.Answered invite(String name, String email, String... roles) {
        var body =
                "{\"name\": \"%s\", \"email\": \"%s\", \"roles\": [\"%s\"]}"
                        .formatted(
                                name,
                                email,
                                roles.length == 0 ? "VIEWER" : String.join("\", \"", roles));
        return headway.as(Role.ADMIN).post("/api/v1/people", body);
    }

    private static String invited(String name, String email, String... roles) {
        var invited = invite(name, email, roles).json();
        assertThat(use(invited.at("/link").asString())).isEqualTo(200);
        return invited.at("/id").asString();
    }

    private static HttpResponse<String> signIn(String email, String password) {
        return new Browser(headway.uri())
                .submit("/sign-in", Map.of("email", email, "password", password));
    }

    private static String idOf(String name) {
        var texts = headway.bean(PersonalText.class);
        return headway
                .bean(JdbcClient.class)
                .sql("select substr(stream, 8), payload from event where type = 'PersonInvited'")
                .query((row, _) -> List.of(row.getString(1), texts.open(row.getString(2))))
                .list()
                .stream()
                .filter(each -> each.getLast().contains(name))
                .map(List::getFirst)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> events(String stream) {
        return headway.bean(JdbcClient.class)
                .sql("select type from event where stream = :stream order by version")
                .param("stream", stream)
                .query((row, _) -> row.getString("type"))
                .list();
    }

    /** The stream that an entry of this kind belongs to. */
    private static String audited(String kind) {
        var entries = headway.as(Role.AUDITOR).get("/api/v1/audit/entries?kind=" + kind).json();
        return entries.at("/items/0/stream").asString();
    }
}
