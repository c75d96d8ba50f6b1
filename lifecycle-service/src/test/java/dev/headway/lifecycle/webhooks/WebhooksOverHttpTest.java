package dev.headway.lifecycle.webhooks;

import static dev.headway.lifecycle.webhooks.EventReceiver.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.webhooks.EventReceiver.Received;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.DrivenClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Receivers that do well and badly, and what becomes of the events that they are sent. */
@ExtendWith(OutputCaptureExtension.class)
class WebhooksOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Map<Role, Known> callers;
    private static DrivenClock clock;
    private static RunningHeadway headway;

    private final List<String> subscribed = new ArrayList<>();
    private final EventReceiver receiver = new EventReceiver();
    private final EventReceiver other = new EventReceiver();

    @AfterEach
    void unsubscribe() {
        subscribed.forEach(id -> admin().delete(path(id)));
        receiver.close();
        other.close();
    }

    @BeforeAll
    static void start() {
        callers = new ConcurrentHashMap<>();
        clock = new DrivenClock(Instant.parse("2026-11-30T09:00:00Z"));
        headway =
                RunningHeadway.startAt(
                        clock,
                        "headway.chat.allow-insecure-targets=true",
                        "headway.webhooks.sending.disable-after=2h",
                        "headway.webhooks.sending.pace=1ms",
                        "headway.webhooks.sending.look-again=20ms");
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void everything_is_sent_in_the_order_of_the_log_as_it_is_read() {
        register("Reef");
        register("Fern");
        var subscription = subscribe(receiver, "\"after\": 0");
        register("Moss");
        awaitAllTaken(subscription.id());

        var read = readAll();
        var sent = receiver.received().stream().flatMap(each -> each.events().stream()).toList();
        assertThat(sent).isNotEmpty().isEqualTo(read.subList(0, sent.size()));
        assertThat(receiver.positions()).isSorted().doesNotHaveDuplicates();
        assertThat(receiver.ids()).doesNotHaveDuplicates();
        assertThat(receiver.received())
                .allMatch(each -> each.isSignedWith(subscription.secret()), "is signed")
                .allMatch(each -> each.type().startsWith("application/cloudevents-batch+json"));
    }

    @Test
    void what_was_not_taken_is_sent_again_and_nothing_before_it() {
        receiver.answer(answers(500));
        var id = subscribe(receiver, "").id();
        register("Reef");
        await().atMost(PATIENCE).until(() -> seen(id).get("failures").asInt() > 0);
        register("Fern");

        var failing = seen(id);
        assertThat(failing.get("state").asString()).isEqualTo("ACTIVE");
        assertThat(failing.get("lastFailure").asString()).isEqualTo("HTTP 500");
        assertThat(failing.get("failingSince").asString()).isEqualTo(clock.instant().toString());
        assertThat(Instant.parse(failing.get("nextAttemptAt").asString())).isAfter(clock.instant());
        assertThat(failing.get("lag").asLong()).isPositive();

        receiver.answer(answers(204));
        awaitAllTakenAsTimePasses(id);

        var requests = receiver.received();
        assertThat(requests.get(1).id()).isEqualTo(requests.get(0).id());
        assertThat(requests.get(1).body()).isEqualTo(requests.get(0).body());
        assertThat(positionsWithoutRepeats()).isSorted().doesNotHaveDuplicates();
        assertThat(seen(id).get("failures").asInt()).isZero();
        assertThat(seen(id).has("failingSince")).isFalse();
    }

    @Test
    void a_redirect_is_not_followed() {
        receiver.answer(answers(302, "Location", other.url("/elsewhere")));
        var id = subscribe(receiver, "").id();
        register("Reef");

        await().atMost(PATIENCE).until(() -> seen(id).has("lastFailure"));

        assertThat(seen(id).get("lastFailure").asString()).isEqualTo("HTTP 302");
        assertThat(other.received()).isEmpty();
    }

    @Test
    void one_that_hangs_holds_up_nobody_and_is_sent_nothing_else() {
        var mayAnswer = new CountDownLatch(1);
        receiver.answer(
                call -> {
                    awaitOpen(mayAnswer);
                    answers(204).to(call);
                });
        var hanging = subscribe(receiver, "").id();
        var well = subscribe(other, "").id();
        register("Reef");
        await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty());
        register("Fern");
        awaitAllTaken(well);

        assertThat(receiver.received()).hasSize(1);
        assertThat(seen(hanging).get("lag").asLong()).isPositive();

        mayAnswer.countDown();
        awaitAllTaken(hanging);
        assertThat(receiver.positions()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whoever_answers_410_is_sent_nothing_more_until_it_is_resumed() {
        receiver.answer(answers(410));
        var id = subscribe(receiver, "").id();
        var control = subscribe(other, "").id();
        register("Reef");
        await().atMost(PATIENCE).until(() -> state(id).equals("DISABLED"));
        var requests = receiver.received().size();
        register("Fern");
        awaitAllTaken(control);

        assertThat(receiver.received()).hasSize(requests);
        assertThat(seen(id).get("disabledBecause").asString()).contains("410");
        assertThat(entry("WebhookDisabled", id).at("/about/kind").asString()).isEqualTo("WEBHOOK");

        receiver.answer(answers(204));
        admin().post(path(id) + "/resumption", "{}");
        awaitAllTaken(id);
        assertThat(positionsWithoutRepeats()).isSorted().doesNotHaveDuplicates();
        assertThat(receiver.positions()).contains(other.positions().getLast());
    }

    @Test
    void whoever_takes_nothing_for_long_is_given_up() {
        receiver.answer(answers(503, "Retry-After", "600"));
        var id = subscribe(receiver, "").id();
        register("Reef");

        await().atMost(PATIENCE)
                .until(
                        () -> {
                            clock.advance(Duration.ofMinutes(11));
                            return state(id).equals("DISABLED");
                        });

        assertThat(seen(id).get("disabledBecause").asString()).contains("2 hours", "HTTP 503");
        assertThat(receiver.ids().distinct()).hasSize(1);
        assertThat(
                        headway.bean(MeterRegistry.class)
                                .get("headway.webhooks.requests")
                                .tag("outcome", "disabled")
                                .counter()
                                .count())
                .isPositive();
    }

    @Test
    void a_replay_sends_the_same_events_under_other_ids() {
        var id = subscribe(receiver, "\"after\": 0").id();
        register("Reef");
        awaitAllTaken(id);
        var first = receiver.received();
        receiver.forget();

        assertThat(admin().post(path(id) + "/replay", "{\"after\": 0}").status()).isEqualTo(200);
        awaitAllTaken(id);

        var again = receiver.received();
        assertThat(eventIds(again)).containsSequence(eventIds(first));
        assertThat(receiver.ids()).doesNotContainAnyElementsOf(ids(first));
        assertThat(admin().post(path(id) + "/replay", "{\"after\": 999999999}").status())
                .isEqualTo(400);
    }

    @Test
    void one_that_is_paused_gets_everything_when_it_is_resumed() {
        var id = subscribe(receiver, "").id();
        var control = subscribe(other, "").id();
        awaitAllTaken(id);
        receiver.forget();
        admin().post(path(id) + "/pause", "{}");
        register("Reef");
        awaitAllTaken(control);
        assertThat(types()).doesNotContain("dev.headway.PartnershipRegistered");
        assertThat(state(id)).isEqualTo("PAUSED");

        admin().post(path(id) + "/resumption", "{}");
        awaitAllTaken(id);

        assertThat(types()).contains("dev.headway.PartnershipRegistered");
    }

    @Test
    void only_what_is_chosen_is_sent() {
        var reef = register("Reef");
        var fern = register("Fern");
        var choice =
                "\"after\": 0, \"types\": [\"dev.headway.PartnershipRegistered\", \"SeatFilled\"],"
                        + " \"partnerships\": [\"%s\"]".formatted(fern);
        var id = subscribe(receiver, choice).id();
        awaitAllTaken(id);

        assertThat(types())
                .containsExactly("dev.headway.PartnershipRegistered", "dev.headway.SeatFilled");
        assertThat(receiver.received().getFirst().body()).contains(fern).doesNotContain(reef);
    }

    @Test
    void another_secret_signs_beside_the_one_before_for_a_day() {
        var subscription = subscribe(receiver, "");
        awaitAllTaken(subscription.id());
        receiver.forget();
        var next =
                admin().post(path(subscription.id()) + "/secret", "{}", "Idempotency-Key", "s-1");
        var repeated =
                admin().post(path(subscription.id()) + "/secret", "{}", "Idempotency-Key", "s-1");
        awaitAllTaken(subscription.id());
        var newSecret = next.json().get("secret").asString();

        assertThat(repeated.json().has("secret")).isFalse();
        assertThat(receiver.received())
                .isNotEmpty()
                .allMatch(each -> each.isSignedWith(newSecret), "the new one")
                .allMatch(each -> each.isSignedWith(subscription.secret()), "the one before");

        clock.advance(Duration.ofHours(25));
        receiver.forget();
        register("Reef");
        awaitAllTaken(subscription.id());
        assertThat(receiver.received())
                .isNotEmpty()
                .allMatch(each -> each.isSignedWith(newSecret), "the new one")
                .noneMatch(each -> each.isSignedWith(subscription.secret()));
    }

    @Test
    void the_same_again_is_quiet_and_another_address_has_another_secret() {
        var id = name();
        var body = "{\"url\": \"%s\"}".formatted(receiver.url("/one"));
        var first = put(id, body);
        var again = put(id, body);
        var elsewhere = put(id, "{\"url\": \"%s\"}".formatted(receiver.url("/two")));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(path(id));
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().has("secret")).isFalse();
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(elsewhere.json().get("secret").asString())
                .isNotEqualTo(first.json().get("secret").asString());
        register("Reef");
        awaitAllTaken(id);
        assertThat(receiver.received().getLast().path()).isEqualTo("/two");
    }

    @Test
    void one_that_is_deleted_leaves_neither_address_nor_secret() {
        var id = subscribe(receiver, "").id();
        assertThat(rowsOf(id)).isEqualTo(2);

        assertThat(admin().delete(path(id)).status()).isEqualTo(200);
        assertThat(admin().delete(path(id)).status()).isEqualTo(200);

        assertThat(rowsOf(id)).isZero();
        assertThat(admin().get(path(id)).status()).isEqualTo(404);
        assertThat(admin().post(path(id) + "/pause", "{}").status()).isEqualTo(404);
        assertThat(admin().post(path(id) + "/secret", "{}").status()).isEqualTo(404);
    }

    @Test
    void address_and_secret_are_shown_by_nothing(CapturedOutput output) {
        receiver.answer(answers(500));
        var id = name();
        var made =
                put(id, "{\"url\": \"%s\"}".formatted(receiver.url("/hidden-path?token=hidden-t")));
        var secret = made.json().get("secret").asString();
        register("Reef");
        await().atMost(PATIENCE).until(() -> seen(id).has("lastFailure"));

        var shown =
                String.join(
                        "\n",
                        admin().get("/api/v1/webhooks").text(),
                        admin().get(path(id)).text(),
                        events().get("/api/v1/events?type=WebhookSubscribed&limit=200").text(),
                        everythingStored(),
                        output.getAll());

        assertThat(shown)
                .contains("127.0.0.1", id)
                .doesNotContain("hidden-path", "hidden-t", secret.substring("whsec_".length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest",
                "http://169.254.169.254/",
                "https://[fe80::1]/",
                "https://0x7f.1/",
                "https://user:word@crm.example/",
                "ftp://crm.example/",
                "//crm.example/",
                "crm",
                " "
            })
    void an_address_that_nothing_is_sent_to_is_refused(String url) {
        var answer = put(name(), "{\"url\": \"%s\"}".formatted(url));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"after\": -1",
                "\"after\": 999999999",
                "\"after\": \"first\"",
                "\"types\": [\"Nothing\"]",
                "\"types\": [null]",
                "\"types\": \"SeatFilled\"",
                "\"partnerships\": [\"program\"]",
                "\"surprise\": 1"
            })
    void a_body_that_cannot_be_is_refused(String part) {
        assertThat(put(name(), "{\"url\": \"https://crm.example/\", %s}".formatted(part)).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPPER", "a_b", "-a", "a%20b"})
    void a_name_that_cannot_be_is_refused(String id) {
        var answer = put(id, "{\"url\": \"https://crm.example/\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(admin().withoutContract().get("/api/v1/webhooks/" + id).status()).isEqualTo(404);
    }

    @Test
    void readers_miss_and_repeat_nothing_while_everybody_writes() {
        var writers =
                List.of("A", "B", "C", "D").stream()
                        .map(name -> CompletableFuture.runAsync(() -> writeMany(name)))
                        .toList();
        var read = new ArrayList<Long>();
        long after = 0;
        var isOver = false;
        while (true) {
            isOver = writers.stream().allMatch(CompletableFuture::isDone);
            var page = events().get("/api/v1/events?limit=7&after=" + after);
            read.addAll(positions(page));
            if (isOver && page.json().isEmpty()) {
                break;
            }
            after = page.position();
        }
        writers.forEach(CompletableFuture::join);

        assertThat(read)
                .containsExactlyElementsOf(
                        headway.superuser()
                                .sql(
                                        "select position from event where position <= :last order by 1")
                                .param("last", read.getLast())
                                .query(Long.class)
                                .list());
    }

    private static void writeMany(String name) {
        for (int i = 0; i < 10; i++) {
            register(name + i);
        }
    }

    /** A webhook and its secret. */
    private record Subscription(String id, String secret) {}

    private Subscription subscribe(EventReceiver to, String choice) {
        var id = name();
        var more = choice.isEmpty() ? "" : ", " + choice;
        var answer = put(id, "{\"url\": \"%s\"%s}".formatted(to.url("/hook"), more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new Subscription(id, answer.json().get("secret").asString());
    }

    private String name() {
        var id = "hook-" + NUMBER.incrementAndGet();
        subscribed.add(id);
        return id;
    }

    private static Answered put(String id, String body) {
        return admin().put("/api/v1/webhooks/" + id, body);
    }

    private static String path(String id) {
        return "/api/v1/webhooks/" + id;
    }

    private static Caller admin() {
        return as(Role.ADMIN);
    }

    private static Caller events() {
        return as(Role.AUDITOR);
    }

    /** With a token that is good at this moment: hours pass here. */
    private static Caller as(Role role) {
        return callers.compute(
                        role,
                        (_, known) ->
                                known == null || known.until().isBefore(clock.instant())
                                        ? new Known(
                                                headway.with(headway.token(role)),
                                                clock.instant().plus(Duration.ofHours(6)))
                                        : known)
                .caller();
    }

    private record Known(Caller caller, Instant until) {}

    private static String register(String name) {
        return PartnershipOverHttp.registered(as(Role.MANAGER), clock, name).id();
    }

    private static JsonNode seen(String id) {
        return admin().get(path(id)).json();
    }

    private static String state(String id) {
        return seen(id).get("state").asString();
    }

    private static void awaitAllTaken(String id) {
        await().atMost(PATIENCE).until(() -> seen(id).get("lag").asLong() == 0);
    }

    private static void awaitAllTakenAsTimePasses(String id) {
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            clock.advance(Duration.ofSeconds(1));
                            return seen(id).get("lag").asLong() == 0;
                        });
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<JsonNode> readAll() {
        var all = new ArrayList<JsonNode>();
        var page = events().get("/api/v1/events?limit=200");
        while (!page.json().isEmpty()) {
            page.json().forEach(all::add);
            page = events().get("/api/v1/events?limit=200&after=" + page.position());
        }
        return all;
    }

    private static List<Long> positions(Answered page) {
        return page.json()
                .valueStream()
                .map(event -> Long.parseLong(event.get("sequence").asString()))
                .toList();
    }

    private List<Long> positionsWithoutRepeats() {
        var seen = new ArrayList<String>();
        return receiver.received().stream()
                .filter(each -> !seen.contains(each.id()) && seen.add(each.id()))
                .flatMap(each -> each.positions().stream())
                .toList();
    }

    private List<String> types() {
        return receiver.received().stream()
                .flatMap(each -> each.events().stream())
                .map(event -> event.get("type").asString())
                .toList();
    }

    private static List<String> eventIds(List<Received> requests) {
        return requests.stream()
                .flatMap(each -> each.events().stream())
                .map(event -> event.get("id").asString())
                .toList();
    }

    private static List<String> ids(List<Received> requests) {
        return requests.stream().map(Received::id).toList();
    }

    /** The newest entry of that kind, once there is one about it. */
    private static JsonNode entry(String kind, String id) {
        var question = "/api/v1/audit/entries?order=desc&limit=1&kind=" + kind;
        return await().atMost(PATIENCE)
                .until(
                        () -> events().get(question).json().at("/items/0"),
                        entry -> entry.at("/webhookId").asString("").equals(id));
    }

    private static long rowsOf(String id) {
        return headway.superuser()
                .sql(
                        """
                        select (select count(*) from webhook where webhook_id = :id)
                               + (select count(*) from webhook_target where webhook_id = :id)
                        """)
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** All events, all first answers, and what lies beside them, as text. */
    private static String everythingStored() {
        var texts = new ArrayList<String>();
        headway.superuser()
                .sql("select payload || metadata from event")
                .query(
                        row -> {
                            texts.add(row.getString(1));
                        });
        headway.superuser()
                .sql(
                        """
                        select response from idempotency
                        union all select sealed_url from webhook_target
                        union all select sealed_secret from webhook_target
                        """)
                .query(
                        row -> {
                            texts.add(new String(row.getBytes(1), StandardCharsets.UTF_8));
                        });
        return String.join("\n", texts);
    }
}
