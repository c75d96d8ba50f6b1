package dev.headway.projections.chat;

import static dev.headway.projections.watching.AllianceFixture.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.projections.chat.ChatFixture.Settings;
import dev.headway.projections.chat.delivery.Deliveries;
import dev.headway.projections.chat.delivery.Redelivery.Result;
import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.projections.chat.webhooks.WebhookReceiver;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.WatchingFixture;
import dev.headway.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From an event, through an alert, to a message: once, in time, and not forgotten. */
class AlertsBecomeMessagesTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BURST = Duration.ofSeconds(2);
    private static final Duration PACE = Duration.ofMillis(1_100);

    private final AllianceFixture alliance =
            new AllianceFixture().watchingOnly("ghost-town", "steps-unsecured");
    private final WebhookReceiver receiver = new WebhookReceiver();
    private DataSource source;
    private WatchingFixture watching;
    private ChatFixture messenger;

    @BeforeEach
    void start() {
        source = TestDatabase.migrated();
        restart();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    /** New objects, the same database. */
    private void restart() {
        watching = new WatchingFixture(source, alliance, "team");
        messenger = messenger(ChannelKind.WEBHOOK);
    }

    private ChatFixture messenger(ChannelKind kind) {
        return new ChatFixture(source, alliance.clock, watching.openAlerts(), kind, receiver.url());
    }

    @Test
    void each_episode_is_told_once_with_all_that_is_needed_to_act() {
        alliance.policy(after("ghost-town", "PT3S"));
        var acme = alliance.launched("Acme");
        pass(Duration.ofSeconds(3));
        pass(BURST);
        pass(DAY);

        assertThat(receiver.messages()).hasSize(1);
        var message = receiver.messages().getFirst();
        assertThat(message.at("/type").asString()).isEqualTo("alert.raised");
        assertThat(message.at("/deliveryId").asString()).isEqualTo(receiver.ids().getFirst());
        assertThat(message.at("/alerts/0/partnershipName").asString()).isEqualTo("Acme");
        assertThat(message.at("/alerts/0/rule").asString()).isEqualTo("ghost-town");
        assertThat(message.at("/alerts/0/lastMotion/event").asString())
                .isEqualTo("PartnershipLaunched");
        assertThat(message.at("/alerts/0/link").asString())
                .isEqualTo("http://headway.example/partnerships/" + acme);

        alliance.touchpoint(acme);
        pass(Duration.ofSeconds(3));
        pass(BURST);
        assertThat(receiver.messages()).hasSize(2);
    }

    @Test
    void what_is_told_from_now_on_calls_a_partnership_by_its_name_of_now() {
        var acme = alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));

        alliance.store(acme, new PartnershipRenamed("Acme North", alliance.now()));
        pass(BURST);

        assertThat(receiver.messages())
                .singleElement()
                .satisfies(
                        message ->
                                assertThat(message.at("/alerts/0/partnershipName").asString())
                                        .isEqualTo("Acme North"));
    }

    @Test
    void an_alert_that_was_resolved_within_the_burst_is_not_sent() {
        var acme = alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        alliance.touchpoint(acme);
        pass(BURST);

        assertThat(receiver.messages()).isEmpty();
    }

    @Test
    void five_at_once_are_told_one_by_one_at_the_pace_of_the_channel() {
        IntStream.range(0, 5).forEach(i -> alliance.piloting("Partner " + i));
        pass(DAY.multipliedBy(60));
        pass(BURST);
        pass(Duration.ofMillis(900));
        assertThat(receiver.messages()).hasSize(1);

        IntStream.range(0, 5).forEach(_ -> pass(PACE));
        assertThat(receiver.messages()).hasSize(5);
    }

    @Test
    void six_at_once_are_told_in_one_digest() {
        IntStream.range(0, 6).forEach(i -> alliance.piloting("Partner " + i));
        pass(DAY.multipliedBy(60));
        pass(BURST);
        pass(DAY);

        assertThat(receiver.messages()).hasSize(1);
        assertThat(receiver.messages().getFirst().at("/alerts")).hasSize(6);
    }

    @Test
    void what_an_import_makes_due_is_told_in_one_digest_at_its_end_and_not_before() {
        alliance.importStarts();
        IntStream.range(0, 300)
                .forEach(
                        i ->
                                alliance.imported(
                                        "Old " + i, alliance.now().minus(DAY.multipliedBy(99))));
        pass(Duration.ofSeconds(5));
        pass(Duration.ofSeconds(5));
        assertThat(receiver.messages()).isEmpty();

        alliance.importEnds();
        pass(Duration.ofMillis(250));
        pass(BURST);
        pass(DAY);
        assertThat(receiver.messages()).hasSize(1);
        assertThat(receiver.messages().getFirst().at("/count").asInt()).isEqualTo(300);
        assertThat(receiver.bodies().getFirst().length()).isLessThan(28 * 1024);
    }

    @Test
    void a_digest_becomes_several_only_when_it_does_not_fit() {
        IntStream.range(0, 600)
                .forEach(i -> alliance.piloting("A partnership with a long name " + i));
        pass(DAY.multipliedBy(60));
        pass(BURST);
        IntStream.range(0, 5).forEach(_ -> pass(PACE));

        assertThat(receiver.bodies())
                .hasSize(3)
                .allSatisfy(body -> assertThat(body.length()).isLessThanOrEqualTo(28 * 1024))
                .filteredOn(body -> body.length() < 28 * 1024 - 200)
                .as("each is filled before the next begins")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(receiver.messages().stream().mapToInt(each -> each.at("/count").asInt()).sum())
                .isEqualTo(600);
        assertThat(
                        receiver.messages().stream()
                                .flatMap(each -> each.findValues("name").stream())
                                .distinct())
                .hasSize(600);
    }

    @Test
    void after_an_import_there_is_one_message_for_three_alerts() {
        messenger = messenger(ChannelKind.SLACK);
        importedLongAgo(3);

        assertThat(receiver.messages()).hasSize(1);
        assertThat(receiver.messages().getFirst().at("/text").asString())
                .isEqualTo(
                        "3 alerts: 3 are ghost towns. http://headway.example/alerts?status=OPEN");
    }

    @ParameterizedTest
    @EnumSource(
            value = ChannelKind.class,
            names = {"SLACK", "TEAMS", "GOOGLE_CHAT", "MATTERMOST"})
    void after_an_import_there_is_one_message_for_thousands(ChannelKind kind) {
        messenger = messenger(kind);
        importedLongAgo(2_000);

        assertThat(receiver.bodies()).hasSize(1);
        var body = receiver.bodies().getFirst();
        assertThat(body).contains("2000 alerts: 2000 are ghost towns", "/alerts?status=OPEN");
        assertThat(body.getBytes(StandardCharsets.UTF_8).length)
                .as("as many of the worst as fit")
                .isBetween(kind == ChannelKind.MATTERMOST ? 15_000 : 27_000, 28 * 1024);
    }

    @Test
    void after_an_import_a_webhook_gets_all_of_it_in_as_few_messages_as_it_takes() {
        importedLongAgo(1_500);

        var largest = receiver.bodies().stream().mapToInt(String::length).max().orElseThrow();
        var all = receiver.bodies().stream().mapToInt(String::length).sum();
        assertThat(largest).isLessThanOrEqualTo(28 * 1024);
        assertThat(receiver.bodies()).hasSizeLessThanOrEqualTo(all / (28 * 1024 - 200) + 1);
        assertThat(
                        receiver.messages().stream()
                                .flatMap(each -> each.findValues("name").stream())
                                .map(JsonNode::asString)
                                .distinct())
                .hasSize(1_500);
    }

    @Test
    void what_was_not_sent_before_an_import_is_in_the_message_after_it() {
        messenger = messenger(ChannelKind.SLACK);
        alliance.piloting("Acme");
        alliance.piloting("Globex");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        assertThat(receiver.messages()).as("the other one waits for its pace").hasSize(1);
        importedLongAgo(2);

        assertThat(receiver.messages()).hasSize(2);
        assertThat(receiver.messages().getLast().at("/text").asString()).startsWith("3 alerts");
    }

    @Test
    void a_webhook_gets_names_exactly_as_they_were_recorded() {
        var name = "  A@B: https://acme.example/x\u200By *Ltd* <b>  " + "n".repeat(190);
        alliance.piloting(name);
        pass(DAY.multipliedBy(60));
        pass(BURST);

        assertThat(receiver.messages().getFirst().at("/alerts/0/partnershipName").asString())
                .isEqualTo(name);
    }

    @Test
    void who_has_answered_the_ghost_town_has_answered_its_fading() {
        alliance.watchingOnly("ghost-town", "fading");
        var acme = alliance.piloting("Acme");
        pass(DAY.multipliedBy(45));
        pass(BURST);
        pass(DAY.multipliedBy(15));
        pass(BURST);
        assertThat(receiver.messages()).as("fading, then a ghost town").hasSize(2);
        assertThat(watching.openAlerts().of(List.of(acme))).containsOnlyKeys(acme);
        dismissGhostTown(acme);
        pass(DAY.multipliedBy(60));
        pass(BURST);

        assertThat(receiver.messages()).hasSize(2);
        assertThat(watching.openAlerts().of(List.of(acme))).isEmpty();
    }

    private void dismissGhostTown(String partnership) {
        var alert =
                JdbcClient.create(source)
                        .sql("select alert_id from alert where rule = 'ghost-town'")
                        .query(String.class)
                        .single();
        alliance.store(
                "alert-" + alert,
                new AlertDismissed(alert, partnership, "ghost-town", "Known", alliance.now()));
    }

    /** Within five seconds, and whatever comes later. */
    private void importedLongAgo(int partnerships) {
        alliance.importStarts();
        IntStream.range(0, partnerships)
                .forEach(
                        i ->
                                alliance.imported(
                                        "A partnership of old, number " + i,
                                        alliance.now().minus(DAY.multipliedBy(99))));
        pass(Duration.ofSeconds(3));
        alliance.importEnds();
        pass(Duration.ofMillis(250));
        IntStream.range(0, 10).forEach(_ -> pass(PACE));
    }

    @Test
    void a_rebuild_tells_nobody() {
        alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        watching.rebuild();
        pass(DAY);
        pass(BURST);

        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void a_restart_after_any_step_repeats_nothing_and_loses_nothing() {
        alliance.piloting("Acme");
        watching.watch();
        restart();
        alliance.clock.advance(DAY.multipliedBy(60));
        watching.watch();
        restart();
        alliance.clock.advance(BURST);
        messenger.gatherOnly();
        restart();
        pass(PACE);
        restart();
        pass(DAY);

        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void a_channel_that_asks_for_a_pause_is_left_alone_for_as_long_and_gets_the_same_message() {
        receiver.answers(WebhookReceiver.status(429).withHeader("Retry-After", "30"));
        alliance.piloting("Acme");
        alliance.piloting("Globex");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        receiver.answers(WebhookReceiver.ok());
        pass(Duration.ofSeconds(29));
        assertThat(receiver.ids()).hasSize(1);

        pass(Duration.ofSeconds(1));
        pass(PACE);
        assertThat(receiver.ids()).hasSize(3);
        assertThat(Set.copyOf(receiver.ids())).hasSize(2);
        assertThat(deliveries()).containsExactly("DELIVERED", "DELIVERED");
    }

    @Test
    void a_receiver_that_was_down_for_a_day_gets_the_message_when_it_is_back() {
        receiver.answers(WebhookReceiver.status(500));
        alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        IntStream.range(0, 24).forEach(_ -> pass(Duration.ofHours(1)));
        var tries = receiver.ids().size();
        assertThat(tries).isBetween(10, 20);

        receiver.answers(WebhookReceiver.ok());
        IntStream.range(0, 8).forEach(_ -> pass(Duration.ofHours(1)));
        assertThat(receiver.ids()).hasSize(tries + 1).containsOnly(receiver.ids().getFirst());
        assertThat(deliveries()).containsExactly("DELIVERED");
    }

    @Test
    void after_three_days_a_message_is_given_up() {
        receiver.answers(WebhookReceiver.status(503));
        alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        IntStream.range(0, 73).forEach(_ -> pass(Duration.ofHours(1)));

        assertThat(deliveries()).containsExactly("DEAD");
    }

    @Test
    void a_receiver_that_is_gone_is_not_tried_again() {
        receiver.answers(WebhookReceiver.status(410));
        alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        pass(DAY);

        assertThat(receiver.ids()).hasSize(1);
        assertThat(deliveries()).containsExactly("DEAD");
    }

    @Test
    void a_channel_that_is_gone_gets_nothing_until_somebody_enables_it_and_nothing_is_lost() {
        receiver.answers(WebhookReceiver.status(410));
        alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        receiver.answers(WebhookReceiver.ok());
        alliance.piloting("Globex");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        messenger.tidy();
        assertThat(receiver.ids()).hasSize(1);
        assertThat(deliveries()).containsOnly("DEAD");
        var dead = ids();
        assertThat(messenger.chances().resend(dead.getFirst(), "ada"))
                .isEqualTo(Result.CHANNEL_DISABLED);

        assertThat(messenger.chances().enable("team", "ada")).isTrue();
        dead.forEach(
                id -> assertThat(messenger.chances().resend(id, "ada")).isEqualTo(Result.QUEUED));
        dead.forEach(_ -> pass(PACE));
        assertThat(deliveries()).containsOnly("DELIVERED");
        assertThat(receiver.ids().stream().distinct().map(UUID::fromString))
                .containsExactlyInAnyOrderElementsOf(dead);
        assertThat(messenger.chances().resend(dead.getFirst(), "ada")).isEqualTo(Result.NOT_DEAD);
        assertThat(messenger.chances().resend(new UUID(0, 1), "ada")).isEqualTo(Result.UNKNOWN);
        assertThat(messenger.chances().enable("nowhere", "ada")).isFalse();
    }

    @Test
    void what_waits_for_a_channel_that_is_no_longer_configured_becomes_a_dead_letter() {
        receiver.answers(WebhookReceiver.status(500));
        alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        var others = Settings.of(source, ChannelKind.WEBHOOK, receiver.url()).called("other");
        var afterwards = new ChatFixture(source, alliance.clock, watching.openAlerts(), others);
        afterwards.tidy();
        assertThat(deliveries()).as("its old node may still run").containsExactly("PENDING");

        alliance.clock.advance(Duration.ofHours(2));
        afterwards.tidy();
        assertThat(deliveries()).containsExactly("DEAD");
        assertThat(afterwards.chances().resend(ids().getFirst(), "ada"))
                .isEqualTo(Result.CHANNEL_REMOVED);
    }

    @Test
    void what_ended_long_ago_is_forgotten_with_every_try() {
        alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        alliance.clock.advance(DAY.multipliedBy(90));
        messenger.tidy();
        assertThat(deliveries()).containsExactly("DELIVERED");

        alliance.clock.advance(Duration.ofSeconds(1));
        messenger.tidy();
        assertThat(deliveries()).isEmpty();
        assertThat(
                        JdbcClient.create(source)
                                .sql("select count(*) from delivery_attempt")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void a_sender_that_slept_through_its_claim_leaves_the_message_to_the_next() {
        alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        alliance.clock.advance(BURST);
        var sleepy = new SleepyClock(alliance.clock);
        new ChatFixture(source, sleepy, watching.openAlerts(), ChannelKind.WEBHOOK, receiver.url())
                .tell();
        assertThat(receiver.ids()).isEmpty();

        alliance.clock.advance(Duration.ofSeconds(60));
        messenger.tell();
        assertThat(receiver.ids()).hasSize(1);
    }

    /**
     * Its second look, at the channel's turn to be sent to, comes fifty seconds after the first.
     */
    private static final class SleepyClock extends Clock {

        private final Clock clock;
        private int looks;

        SleepyClock(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            return ++looks > 4 ? clock.instant().plusSeconds(50) : clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void a_redirect_is_a_failure_and_is_not_followed() {
        try (var elsewhere = new WebhookReceiver()) {
            receiver.answers(WebhookReceiver.status(307).withHeader("Location", elsewhere.url()));
            alliance.piloting("Acme");
            pass(DAY.multipliedBy(60));
            pass(BURST);
            IntStream.range(0, 9).forEach(_ -> pass(Duration.ofMinutes(1)));

            assertThat(elsewhere.ids()).isEmpty();
            assertThat(receiver.ids()).hasSize(3);
            assertThat(deliveries()).containsExactly("DEAD");
        }
    }

    @Test
    void a_sender_that_died_in_the_middle_leaves_its_message_to_another_when_its_claim_lapses() {
        alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        alliance.clock.advance(BURST);
        messenger.gatherOnly();
        new Deliveries(JdbcClient.create(source)).claim(messenger.channel(), alliance.now());
        pass(Duration.ofSeconds(59));
        assertThat(receiver.ids()).isEmpty();

        pass(Duration.ofSeconds(1));
        assertThat(receiver.ids()).hasSize(1);
        assertThat(messenger.counted("uncertain")).isEqualTo(1);
    }

    @Test
    void two_senders_deliver_each_message_once() throws InterruptedException {
        IntStream.range(0, 5).forEach(i -> alliance.piloting("Partner " + i));
        pass(DAY.multipliedBy(60));
        alliance.clock.advance(BURST);
        var nodes = List.of(messenger, messenger(ChannelKind.WEBHOOK));
        for (var round = 0; round < 10; round++) {
            var threads = nodes.stream().map(node -> Thread.ofVirtual().start(node::tell)).toList();
            for (var thread : threads) {
                thread.join();
            }
            alliance.clock.advance(PACE);
        }

        assertThat(receiver.ids()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void slack_is_told_in_words() {
        messenger = messenger(ChannelKind.SLACK);
        var acme = alliance.launched("Acme");
        pass(DAY.multipliedBy(60));
        pass(BURST);

        assertThat(receiver.messages().getFirst().at("/text").asString())
                .isEqualTo(
                        "Acme is a ghost town. 60 quiet days, last moved by partnership launched"
                                + " on 2026-03-02. No next step planned."
                                + " http://headway.example/partnerships/"
                                + acme);
    }

    @Test
    void an_address_is_written_down_nowhere() {
        receiver.answers(WebhookReceiver.status(500));
        alliance.piloting("Acme");
        pass(DAY.multipliedBy(60));
        pass(BURST);
        receiver.close();
        pass(Duration.ofMinutes(1));

        assertThat(
                        JdbcClient.create(source)
                                .sql(
                                        """
                                        select d::text || a::text
                                        from   delivery d join delivery_attempt a using (delivery_id)
                                        """)
                                .query((row, _) -> row.getString(1))
                                .list())
                .hasSize(2)
                .noneMatch(row -> row.contains("secret-token") || row.contains("127.0.0.1"));
    }

    private List<UUID> ids() {
        return JdbcClient.create(source)
                .sql("select delivery_id from delivery")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<String> deliveries() {
        return JdbcClient.create(source)
                .sql("select status from delivery")
                .query((row, _) -> row.getString("status"))
                .list();
    }

    private void pass(Duration time) {
        watching.watch();
        alliance.clock.advance(time);
        watching.watch();
        messenger.tell();
    }
}
