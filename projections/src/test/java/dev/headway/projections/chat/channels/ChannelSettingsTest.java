package dev.headway.projections.chat.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Stage;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.AlertSourceForTests;
import dev.headway.projections.chat.ChatFixture;
import dev.headway.projections.chat.ChatFixture.Settings;
import dev.headway.projections.chat.ChatFixture.Wanted;
import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.projections.chat.webhooks.WebhookReceiver;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a channel can ask for so that nobody mutes it: routes, hours, a day's rest, a weekly list.
 */
class ChannelSettingsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final DrivenClock clock = new DrivenClock(MONDAY);
    private final DataSource source = TestDatabase.migrated();
    private final AlertSourceForTests alerts = new AlertSourceForTests(source, clock);
    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_channel_is_told_only_what_its_route_takes() {
        var team =
                channel(
                        wanted ->
                                wanted.route =
                                        new Route(
                                                Set.of("ghost-town"),
                                                Set.of(Route.Severity.CRITICAL),
                                                Set.of(Stage.LAUNCH),
                                                Set.of(),
                                                Set.of("Ada Okafor"),
                                                Set.of()));
        alerts.raise(alerts.partnership("Taken", "ada okafor", "LAUNCH", 0), "ghost-town");
        alerts.raise(alerts.partnership("Rule", "Ada Okafor", "LAUNCH", 0), "fading");
        alerts.raise(alerts.partnership("Stage", "Ada Okafor", "PILOT", 0), "ghost-town");
        alerts.raise(alerts.partnership("Owner", "Mara", "LAUNCH", 0), "ghost-town");
        alerts.raise(alerts.partnership("Nobody", null, "LAUNCH", 0), "ghost-town");
        pass(team, Duration.ofSeconds(2), 8);

        assertThat(names()).containsExactly("Taken");
    }

    @Test
    void an_escalation_goes_to_the_escalation_channel_whatever_its_route() {
        var team =
                channel(
                        wanted -> {
                            wanted.escalationChannel = "team";
                            wanted.route =
                                    new Route(
                                            Set.of(),
                                            Set.of(),
                                            Set.of(),
                                            Set.of(),
                                            Set.of(),
                                            Set.of(Occasion.SNOOZE_ENDED));
                        });
        var acme = alerts.partnership("Acme", null, "LAUNCH", 0);
        var alert = alerts.raise(acme, "ghost-town");
        pass(team, Duration.ofSeconds(2), 2);
        assertThat(receiver.messages()).isEmpty();

        alerts.tellAgain(alert, Occasion.ESCALATED);
        pass(team, Duration.ofSeconds(2), 2);
        assertThat(receiver.messages()).hasSize(1);
        assertThat(receiver.messages().getFirst().at("/alerts/0/occasion").asString())
                .isEqualTo("ESCALATED");
    }

    @Test
    void without_an_escalation_channel_an_escalation_goes_where_the_alert_went() {
        var team = channel(_ -> {});
        alerts.raise(
                alerts.partnership("Acme", null, "LAUNCH", 0), "ghost-town", Occasion.ESCALATED);
        pass(team, Duration.ofSeconds(2), 2);

        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void where_it_is_wanted_a_partnership_is_told_of_once_a_business_day_and_nothing_is_dropped() {
        var team = channel(wanted -> wanted.oncePerPartnershipAndDay = true);
        var acme = alerts.partnership("Acme", null, "LAUNCH", 0);
        alerts.raise(acme, "ghost-town");
        pass(team, Duration.ofSeconds(2), 2);
        alerts.raise(acme, "steps-unsecured");
        alerts.raise(acme, "seat-vacant");
        alerts.raise(alerts.partnership("Globex", null, "LAUNCH", 0), "ghost-town");
        pass(team, Duration.ofSeconds(2), 4);
        assertThat(names()).containsExactly("Acme", "Globex");

        pass(team, Duration.ofHours(14), 1);
        assertThat(receiver.messages()).as("23:00 on Monday").hasSize(2);
        pass(team, Duration.ofHours(1), 2);
        assertThat(receiver.messages()).hasSize(3);
        assertThat(receiver.messages().getLast().at("/type").asString()).isEqualTo("alert.digest");
        assertThat(receiver.messages().getLast().at("/count").asInt()).isEqualTo(2);

        pass(team, Duration.ofDays(1), 5);
        assertThat(receiver.messages()).hasSize(3);
    }

    @Test
    void a_weekend_and_the_monday_after_it_are_one_business_day() {
        var team = channel(wanted -> wanted.oncePerPartnershipAndDay = true);
        pass(team, Duration.ofDays(5), 1);
        var acme = alerts.partnership("Acme", null, "LAUNCH", 0);
        for (var rule : List.of("ghost-town", "fading", "seat-vacant")) {
            alerts.raise(acme, rule);
            pass(team, Duration.ofSeconds(2), 2);
            pass(team, Duration.ofDays(1), 1);
        }
        assertThat(receiver.messages()).as("by Tuesday 9:00").hasSize(2);
        pass(team, Duration.ofSeconds(5), 2);
        assertThat(receiver.messages().stream().mapToInt(each -> each.at("/count").asInt()).sum())
                .isEqualTo(3);
    }

    @Test
    void where_hours_are_kept_what_is_noticed_at_night_waits_for_the_morning() {
        var easterMonday = LocalDate.parse("2026-04-06");
        var calendar =
                new BusinessCalendar(
                        BERLIN,
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        Set.of(easterMonday),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0));
        var team =
                channel(
                        wanted -> {
                            wanted.businessHoursOnly = true;
                            wanted.calendar = calendar;
                        });
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-04-03T15:00:01Z")));
        alerts.raise(alerts.partnership("Acme", null, "LAUNCH", 0), "ghost-town");
        for (var at :
                List.of("2026-04-04T10:00:00Z", "2026-04-06T10:00:00Z", "2026-04-07T06:59:59Z")) {
            pass(team, Duration.between(clock.instant(), Instant.parse(at)), 1);
            assertThat(receiver.messages()).as(at).isEmpty();
        }
        pass(team, Duration.ofSeconds(1), 1);
        assertThat(receiver.messages()).as("9:00 in summer, in Berlin").hasSize(1);
    }

    @Test
    void what_was_composed_and_not_sent_by_closing_time_is_told_in_the_morning_as_it_is_then() {
        var team = inBusinessHours();
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-03-02T15:59:57Z")));
        var raised = new LinkedHashMap<String, UUID>();
        for (var name : List.of("Acme", "Globex", "Initech")) {
            var partnership = alerts.partnership(name, null, "LAUNCH", 0);
            raised.put(name, alerts.raise(partnership, "ghost-town"));
        }
        pass(team, Duration.ofSeconds(2), 1);
        var told = names();
        assertThat(told).as("and then it closes").hasSize(1);
        raised.remove(told.getFirst());
        var answered = raised.firstEntry();
        var snoozed = raised.lastEntry();

        pass(team, Duration.ofHours(5), 1);
        alerts.end(answered.getValue());
        alerts.tellAgain(snoozed.getValue(), Occasion.SNOOZE_ENDED);
        pass(team, Duration.ofHours(12), 5);
        assertThat(names()).containsExactly(told.getFirst(), snoozed.getKey());
        assertThat(receiver.messages().getLast().at("/alerts/0/occasion").asString())
                .as("that it was put aside and that it is a ghost town are one message")
                .isEqualTo("SNOOZE_ENDED");
    }

    @Test
    void what_was_told_for_another_reason_is_not_told_once_more_when_its_day_comes() {
        var team = channel(wanted -> wanted.oncePerPartnershipAndDay = true);
        var acme = alerts.partnership("Acme", null, "LAUNCH", 0);
        alerts.raise(acme, "fading");
        pass(team, Duration.ofSeconds(2), 2);
        var held = alerts.raise(acme, "ghost-town");
        pass(team, Duration.ofSeconds(2), 2);
        alerts.tellAgain(held, Occasion.ESCALATED);
        pass(team, Duration.ofDays(1), 4);
        pass(team, Duration.ofDays(1), 4);

        assertThat(receiver.messages()).hasSize(2);
    }

    private ChatFixture inBusinessHours() {
        return channel(
                wanted -> {
                    wanted.businessHoursOnly = true;
                    wanted.calendar =
                            new BusinessCalendar(
                                    BERLIN,
                                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                    Set.of(),
                                    LocalTime.of(9, 0),
                                    LocalTime.of(17, 0));
                });
    }

    @Test
    void every_week_each_owner_gets_the_next_three_steps_of_their_partnerships() {
        alerts.partnership("Acme", "Ada", "LAUNCH", 3);
        alerts.partnership("Globex", "Ada", "PILOT", 0);
        alerts.partnership("Initech", "Mara", "SCALED", 1);
        alerts.partnership("Orphan", null, "PROSPECT", 1);
        var team = channel(wanted -> wanted.weekly = weekly(DayOfWeek.MONDAY, "08:00"));
        pass(team, Duration.ofDays(6), 3);
        assertThat(receiver.messages()).as("not before its first time").isEmpty();

        pass(team, Duration.between(clock.instant(), Instant.parse("2026-03-09T07:00:00Z")), 5);
        var messages = receiver.messages();
        assertThat(messages)
                .extracting(each -> each.at("/owner").asString(""))
                .as("and nothing about what nobody owns")
                .containsExactlyInAnyOrder("Ada", "Mara");
        var adas =
                messages.stream()
                        .filter(each -> each.at("/owner").asString("").equals("Ada"))
                        .findFirst()
                        .orElseThrow();
        assertThat(adas.at("/partnerships")).hasSize(2);
        assertThat(adas.at("/partnerships/0/nextSteps")).hasSize(3);

        pass(team, Duration.ofDays(6), 3);
        assertThat(receiver.messages()).hasSize(2);
        pass(team, Duration.ofDays(1), 5);
        assertThat(receiver.messages()).as("and the week after").hasSize(4);
    }

    @Test
    void a_weekly_digest_keeps_its_local_time_when_the_clocks_change() {
        var weekly = weekly(DayOfWeek.SUNDAY, "02:30");

        assertThat(weekly.lastBy(Instant.parse("2026-03-22T12:00:00Z")))
                .isEqualTo("2026-03-22T01:30:00Z");
        assertThat(weekly.lastBy(Instant.parse("2026-03-29T12:00:00Z")))
                .as("there is no 2:30 on that day")
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(weekly.lastBy(Instant.parse("2026-04-05T00:29:59Z")))
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(weekly.lastBy(Instant.parse("2026-04-05T00:30:00Z")))
                .isEqualTo("2026-04-05T00:30:00Z");
        assertThat(weekly.lastBy(Instant.parse("2026-10-25T12:00:00Z")))
                .as("2:30 comes twice on that day; the first one counts")
                .isEqualTo("2026-10-25T00:30:00Z");
        assertThat(weekly(DayOfWeek.TUESDAY, "08:00").lastBy(Instant.parse("2028-03-01T00:00:00Z")))
                .as("a leap day")
                .isEqualTo("2028-02-29T07:00:00Z");
    }

    private static WeeklySchedule weekly(DayOfWeek day, String at) {
        return new WeeklySchedule(day, LocalTime.parse(at), BERLIN);
    }

    private ChatFixture channel(Consumer<Wanted> wish) {
        var wanted = new Wanted();
        wanted.partnerships = alerts;
        wish.accept(wanted);
        var team =
                new ChatFixture(
                        source,
                        clock,
                        alerts,
                        wanted.over(Settings.of(source, ChannelKind.WEBHOOK, receiver.url())));
        team.tell();
        return team;
    }

    /** Time passes once, and then as many messages may leave as the channel bears. */
    private void pass(ChatFixture team, Duration time, int messages) {
        clock.advance(time);
        for (var i = 0; i < messages; i++) {
            team.tell();
            clock.advance(Duration.ofMillis(messages == 1 ? 0 : 1_100));
        }
    }

    private List<String> names() {
        return receiver.messages().stream()
                .map(each -> each.at("/alerts/0/partnershipName").asString())
                .toList();
    }
}
