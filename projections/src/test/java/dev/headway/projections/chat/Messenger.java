package dev.headway.projections.chat;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.ChatProperties.Target;
import dev.headway.projections.chat.posting.Post;
import dev.headway.projections.chat.wording.Kind;
import dev.headway.projections.chat.wording.Links;
import dev.headway.projections.chat.wording.Wording;
import dev.headway.projections.questions.WhatIsToldOfPartnerships;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Everything that tells, put together over a database for one channel, as a node does it. */
final class Messenger {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final JdbcClient database;
    private final Clock clock;
    private final Channels channels;
    private final ChannelDispatcher dispatcher;
    private final Gathering gathering;
    private final Tidying tidying;

    /** How a channel differs from one that has nothing but a kind and a URL. */
    record Settings(
            String name,
            Kind kind,
            String url,
            List<String> secrets,
            Route route,
            boolean oncePerPartnershipAndDay,
            boolean businessHoursOnly,
            double perSecond,
            @Nullable Weekly weekly,
            @Nullable String escalationChannel,
            BusinessCalendar calendar,
            Duration lease,
            PartnershipsToTell partnerships) {

        Settings called(String another) {
            return new Settings(
                    another,
                    kind,
                    url,
                    secrets,
                    route,
                    oncePerPartnershipAndDay,
                    businessHoursOnly,
                    perSecond,
                    weekly,
                    escalationChannel,
                    calendar,
                    lease,
                    partnerships);
        }

        static Settings of(DataSource source, Kind kind, String url) {
            return new Settings(
                    "team",
                    kind,
                    url,
                    List.of(),
                    Route.EVERYTHING,
                    false,
                    false,
                    1,
                    null,
                    null,
                    BusinessCalendar.WEEKDAYS_UTC,
                    Duration.ofSeconds(60),
                    new WhatIsToldOfPartnerships(JdbcClient.create(source)));
        }
    }

    /** What a test changes about a channel. */
    static final class Wanted {
        Route route = Route.EVERYTHING;
        boolean oncePerPartnershipAndDay;
        boolean businessHoursOnly;
        @Nullable Weekly weekly;
        @Nullable String escalationChannel;
        BusinessCalendar calendar = BusinessCalendar.WEEKDAYS_UTC;
        double perSecond = 1;
        @Nullable PartnershipsToTell partnerships;
        Duration lease = Duration.ofSeconds(60);

        Settings over(Settings plain) {
            return new Settings(
                    plain.name(),
                    plain.kind(),
                    plain.url(),
                    plain.secrets(),
                    route,
                    oncePerPartnershipAndDay,
                    businessHoursOnly,
                    perSecond,
                    weekly,
                    escalationChannel,
                    calendar,
                    lease,
                    partnerships == null ? plain.partnerships() : partnerships);
        }
    }

    Messenger(DataSource source, Clock clock, AlertsToTell alerts, Kind kind, String url) {
        this(source, clock, alerts, Settings.of(source, kind, url));
    }

    Messenger(DataSource source, Clock clock, AlertsToTell alerts, Settings settings) {
        this.clock = clock;
        this.database = JdbcClient.create(source);
        var transactions = new JdbcTransactionManager(source);
        var deliveries = new Deliveries(database, settings.lease());
        var properties = properties(settings);
        this.channels = new Channels(properties);
        var calendar = settings.calendar();
        var oncePerDay = new OncePerDay(database, calendar);
        var composing = new Composing(new Wording(new Links("http://headway.example/"), null));
        var outbox = new Outbox(database);
        this.gathering =
                new Gathering(
                        outbox,
                        clock,
                        alerts,
                        settings.partnerships(),
                        channels,
                        calendar,
                        oncePerDay,
                        composing,
                        transactions);
        var weekly =
                new WeeklyDigests(
                        database,
                        clock,
                        alerts,
                        settings.partnerships(),
                        calendar,
                        composing,
                        outbox,
                        transactions);
        var sending =
                new Sending(
                        deliveries,
                        alerts,
                        calendar,
                        new Post(true, Set.of(), clock),
                        new SplittableRandom(7),
                        clock,
                        transactions,
                        meters);
        this.tidying = new Tidying(database, clock, channels, oncePerDay, properties);
        this.dispatcher = new ChannelDispatcher(gathering, weekly, sending, deliveries, clock);
    }

    private static ChatProperties properties(Settings settings) {
        return new ChatProperties(
                List.of(
                        new Target(
                                settings.kind(),
                                settings.url(),
                                settings.name(),
                                settings.secrets(),
                                settings.route(),
                                settings.oncePerPartnershipAndDay(),
                                settings.businessHoursOnly(),
                                settings.perSecond(),
                                settings.weekly())),
                settings.escalationChannel(),
                true,
                Set.of(),
                null,
                Duration.ofDays(90));
    }

    Channel channel() {
        return channels.all().getFirst();
    }

    /** Gathers what is ripe, and sends one message if the channel bears it. */
    void tell() {
        dispatcher.dispatch(channel());
    }

    /** Gathers what is ripe, and dies before anything is sent. */
    void gatherOnly() {
        gathering.gather(channel());
    }

    SecondChances chances() {
        return new SecondChances(database, channels, clock);
    }

    void tidy() {
        tidying.tidy();
    }

    double counted(String outcome) {
        var counter = meters.find("headway.deliveries").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }
}
