package dev.headway.projections.chat;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.channels.ChatChannels;
import dev.headway.projections.chat.channels.ChatProperties;
import dev.headway.projections.chat.channels.ChatProperties.Target;
import dev.headway.projections.chat.channels.Route;
import dev.headway.projections.chat.channels.WeeklySchedule;
import dev.headway.projections.chat.delivery.ChannelTable;
import dev.headway.projections.chat.delivery.DeadLetters;
import dev.headway.projections.chat.delivery.Deliveries;
import dev.headway.projections.chat.delivery.DeliverySender;
import dev.headway.projections.chat.delivery.Redelivery;
import dev.headway.projections.chat.delivery.RedeliveryTable;
import dev.headway.projections.chat.outbox.DailyThrottle;
import dev.headway.projections.chat.outbox.MessageComposer;
import dev.headway.projections.chat.outbox.Outbox;
import dev.headway.projections.chat.outbox.OutboxGatherer;
import dev.headway.projections.chat.outbox.WeeklyDigests;
import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.projections.chat.rendering.Links;
import dev.headway.projections.chat.rendering.PayloadRenderer;
import dev.headway.projections.chat.scheduling.ChannelDispatcher;
import dev.headway.projections.chat.scheduling.Retention;
import dev.headway.projections.chat.webhooks.WebhookClient;
import dev.headway.projections.questions.portfolio.PartnershipsForChat;
import dev.headway.projections.retention.LegalHold;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Everything that tells, put together over a database for one channel, as a node does it. */
public final class ChatFixture {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final JdbcClient database;
    private final Clock clock;
    private final ChatChannels channels;
    private final ChannelDispatcher dispatcher;
    private final OutboxGatherer gathering;
    private final Retention tidying;

    /** How a channel differs from one that has nothing but a kind and a URL. */
    public record Settings(
            String name,
            ChannelKind kind,
            String url,
            List<String> secrets,
            Route route,
            boolean oncePerPartnershipAndDay,
            boolean businessHoursOnly,
            double perSecond,
            @Nullable WeeklySchedule weekly,
            @Nullable String escalationChannel,
            BusinessCalendar calendar,
            Duration lease,
            PartnershipSource partnerships) {

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

        public static Settings of(DataSource source, ChannelKind kind, String url) {
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
                    new PartnershipsForChat(JdbcClient.create(source)));
        }
    }

    /** What a test changes about a channel. */
    public static final class Wanted {
        public Route route = Route.EVERYTHING;
        public boolean oncePerPartnershipAndDay;
        public boolean businessHoursOnly;
        public @Nullable WeeklySchedule weekly;
        public @Nullable String escalationChannel;
        public BusinessCalendar calendar = BusinessCalendar.WEEKDAYS_UTC;
        public double perSecond = 1;
        public @Nullable PartnershipSource partnerships;
        public Duration lease = Duration.ofSeconds(60);

        public Settings over(Settings plain) {
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

    ChatFixture(DataSource source, Clock clock, AlertSource alerts, ChannelKind kind, String url) {
        this(source, clock, alerts, Settings.of(source, kind, url));
    }

    public ChatFixture(DataSource source, Clock clock, AlertSource alerts, Settings settings) {
        this.clock = clock;
        this.database = JdbcClient.create(source);
        var transactions = new JdbcTransactionManager(source);
        var deliveries = new Deliveries(database, settings.lease());
        var properties = properties(settings);
        this.channels = new ChatChannels(properties);
        var calendar = settings.calendar();
        var oncePerDay = new DailyThrottle(database, calendar);
        var composing =
                new MessageComposer(
                        new PayloadRenderer(new Links("http://headway.example/"), null));
        var outbox = new Outbox(database);
        var states = new ChannelTable(database);
        this.gathering =
                new OutboxGatherer(
                        outbox,
                        deliveries,
                        clock,
                        alerts,
                        settings.partnerships(),
                        _ -> Map.of(),
                        channels,
                        calendar,
                        oncePerDay,
                        composing,
                        transactions);
        var weekly =
                new WeeklyDigests(
                        states,
                        clock,
                        alerts,
                        settings.partnerships(),
                        calendar,
                        composing,
                        deliveries,
                        transactions);
        var sending =
                new DeliverySender(
                        deliveries,
                        states,
                        database,
                        alerts,
                        calendar,
                        new WebhookClient(true, Set.of(), clock),
                        new SplittableRandom(7),
                        clock,
                        transactions,
                        meters);
        this.tidying =
                new Retention(
                        new DeadLetters(database),
                        outbox,
                        clock,
                        channels,
                        oncePerDay,
                        properties,
                        new LegalHold(false));
        this.dispatcher = new ChannelDispatcher(gathering, weekly, sending, states, clock);
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

    ChatChannel channel() {
        return channels.all().getFirst();
    }

    /** Gathers what is ripe, and sends one message if the channel bears it. */
    public void tell() {
        dispatcher.dispatch(channel());
    }

    /** Gathers what is ripe, and dies before anything is sent. */
    void gatherOnly() {
        gathering.gather(channel());
    }

    Redelivery chances() {
        return new Redelivery(
                new RedeliveryTable(database), new ChannelTable(database), channels, clock);
    }

    void tidy() {
        tidying.apply();
    }

    public double counted(String outcome) {
        return meters.find("headway.deliveries").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
