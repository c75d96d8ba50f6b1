package dev.headway.lifecycle.erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.ErasureEvent;
import dev.headway.contracts.ErasureEvent.ErasureCompleted;
import dev.headway.contracts.ErasureEvent.KeysDestroyed;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.AccountsOverHttp;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.keys.KeyFolder;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.personal.PersonalText;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may have whom forgotten, and what becomes of it when it is asked for, or cut short, twice.
 */
class ErasureTest {

    private static final String ERASURES = "/api/v1/erasures";

    private static RunningHeadway headway;
    private static Caller admin;
    private static Caller approver;

    private static int number;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        admin = headway.as(Role.ADMIN);
        approver = headway.as(Role.APPROVER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void the_last_administrator_is_not_forgotten() {
        new AccountsOverHttp(headway)
                .becomeFirst("Mia Holm", "mia@headway.example", "eleven herons over the canal");
        headway.awaitProjections();
        var last = admin.get("/api/v1/people?q=holm").json().at("/items/0/id").asString();

        assertThat(admin.post("/api/v1/people/" + last + "/disabling", "{}").status())
                .isEqualTo(409);
        assertThat(ask(last).status()).isEqualTo(409);
    }

    @Test
    void nobody_has_themselves_forgotten() {
        var self = admin.get("/api/v1/me").json().at("/id").asString();

        assertThat(ask(self).status()).as("gets in").isEqualTo(409);
    }

    @Test
    void whoever_asked_does_not_approve_and_whoever_only_manages_or_audits_does_neither() {
        var erasure = asked(out());

        assertThat(approve(admin, erasure).status()).isEqualTo(403);
        for (var role : List.of(Role.VIEWER, Role.MANAGER, Role.AUDITOR)) {
            assertThat(approve(headway.as(role), erasure).status()).isEqualTo(403);
            assertThat(headway.as(role).post(ERASURES, body(out())).status()).isEqualTo(403);
        }
    }

    @Test
    void whoever_was_let_in_again_since_is_not_forgotten_until_they_are_out() {
        var person = out();
        var erasure = asked(person);
        admin.post("/api/v1/people/" + person + "/enabling", "");

        assertThat(approve(approver, erasure).status()).isEqualTo(409);
        assertThat(nameOf(person)).doesNotContain("forgotten");

        admin.post("/api/v1/people/" + person + "/disabling", "{}");
        assertThat(approve(approver, erasure).json().at("/status").asString())
                .isEqualTo("COMPLETED");
    }

    @Test
    void what_was_refused_is_not_approved_and_what_was_approved_is_not_refused() {
        var refused = asked(out());
        assertThat(refuse(refused).status()).isEqualTo(200);
        assertThat(approve(approver, refused).status()).isEqualTo(409);

        var approved = asked(out());
        assertThat(approve(approver, approved).status()).isEqualTo(200);
        assertThat(refuse(approved).status()).isEqualTo(409);
        assertThat(approve(approver, "0b8f2d66-54a7-3a0e-9a5f-0a8c6a8ce0d4").status())
                .isEqualTo(404);
    }

    @Test
    void whoever_is_forgotten_already_is_forgotten_again_without_harm() {
        var person = out();
        assertThat(approve(approver, asked(person)).status()).isEqualTo(200);

        var again = asked(person);

        assertThat(approve(approver, again).json().at("/status").asString()).isEqualTo("COMPLETED");
        assertThat(events(again, KeysDestroyed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.keyIds()).as("old and new").hasSize(2));
        assertThat(nameOf(person)).isEqualTo(PersonalText.FORGOTTEN);
    }

    @Test
    void approved_by_many_at_once_it_is_done_once() {
        var person = out();
        var erasure = asked(person);

        var answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> approve(approver, erasure)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                            assertThat(answer.json().at("/status").asString())
                                    .isEqualTo("COMPLETED");
                        });
        assertThat(events(erasure, KeysDestroyed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.keyIds()).hasSize(2));
        assertThat(events(erasure, ErasureCompleted.class)).hasSize(1);
    }

    /** As a kill between two steps leaves it; the names are in an event from before keys. */
    @Test
    void cut_short_between_two_keys_it_tells_of_all_of_them_and_of_older_events() {
        var person = out();
        var name = nameOf(person);
        headway.superuser()
                .sql(
                        """
                        update event
                        set    payload = regexp_replace(payload, '"name":"9hw9[a-z2-9]+"', :plain)
                        where  stream  = :stream
                        and    type    = 'PersonInvited'
                        """)
                .param("plain", "\"name\":\"" + name + "\"")
                .param("stream", "person/" + person)
                .update();
        var erasure = asked(person);
        headway.bean(CommandDispatcher.class)
                .send(
                        new ApproveErasure(erasure),
                        RequestContext.headway("a call that was cut short"));
        headway.bean(KeyFolder.class).destroy(PersonalText.person(person), true, Instant.now());

        headway.awaitProjections();
        headway.bean(GoOnForgetting.class).goOn();

        await().atMost(Duration.ofMinutes(1))
                .until(() -> !events(erasure, ErasureCompleted.class).isEmpty());
        assertThat(events(erasure, KeysDestroyed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.keyIds()).hasSize(2));
        assertThat(events(erasure, ErasureCompleted.class))
                .singleElement()
                .satisfies(event -> assertThat(event.olderEvents()).isEqualTo(1));
        assertThat(nameOf(person)).isEqualTo(PersonalText.FORGOTTEN);
    }

    /** Somebody who was invited, and has been shut out since. */
    private static String out() {
        number++;
        var person =
                admin.post(
                                "/api/v1/people",
                                """
                                {"name": "Lena Leaver %d", "email": "lena%1$d@headway.example",
                                 "roles": ["VIEWER"]}
                                """
                                        .formatted(number))
                        .json()
                        .at("/id")
                        .asString();
        assertThat(admin.post("/api/v1/people/" + person + "/disabling", "{}").status())
                .isEqualTo(200);
        return person;
    }

    private static String asked(String person) {
        var answer = ask(person);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    private static Answered ask(String person) {
        return admin.post(ERASURES, body(person));
    }

    private static String body(String person) {
        return """
               {"personId": "%s", "names": ["Known as %d"], "reason": "They asked for it"}
               """
                .formatted(person, ++number);
    }

    private static Answered approve(Caller by, String erasure) {
        return by.post(ERASURES + "/" + erasure + "/approval", "");
    }

    private static Answered refuse(String erasure) {
        return approver.post(ERASURES + "/" + erasure + "/refusal", "{\"reason\": \"No\"}");
    }

    private static String nameOf(String person) {
        headway.awaitProjections();
        return admin.get("/api/v1/people/" + person).json().at("/name").asString();
    }

    private static <E extends ErasureEvent> List<E> events(String erasure, Class<E> type) {
        return headway.bean(EventLog.class).after(0, 100_000).stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(event -> event.erasureId().equals(erasure))
                .toList();
    }
}
