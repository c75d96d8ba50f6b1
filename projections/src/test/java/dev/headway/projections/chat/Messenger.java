package dev.headway.projections.chat;

import dev.headway.projections.chat.ChatProperties.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Everything that tells, put together over a database for one channel, as a node does it. */
final class Messenger {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Channel channel;
    private final Telling telling;
    private final Gathering gathering;

    Messenger(DataSource source, Clock clock, AlertsToTell alerts, Kind kind, String url) {
        var database = JdbcClient.create(source);
        var transactions = new JdbcTransactionManager(source);
        var deliveries = new Deliveries(database);
        this.channel = new Channel("team", kind, url);
        this.gathering =
                new Gathering(
                        database,
                        clock,
                        alerts,
                        new Composing(
                                List.of(new SlackTemplate(), new WebhookTemplate()),
                                new NextSteps(database),
                                "http://headway.example/"),
                        transactions);
        var sending =
                new Sending(
                        deliveries,
                        alerts,
                        new Post(true, clock, SystemDefaultDnsResolver.INSTANCE),
                        new Backoff(new SplittableRandom(7)),
                        clock,
                        transactions,
                        meters);
        var channels =
                new Channels(
                        new ChatProperties(
                                List.of(new ChatProperties.Target(kind, url, "team")), true));
        this.telling = new Telling(channels, gathering, sending, deliveries, clock, false);
        deliveries.register(channel, clock.instant());
    }

    /** Gathers what is ripe, and sends one message if the channel bears it. */
    void tell() {
        telling.tick(channel);
    }

    /** Gathers what is ripe, and dies before anything is sent. */
    void gatherOnly() {
        gathering.gather(channel);
    }

    double counted(String outcome) {
        var counter = meters.find("headway.deliveries").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }
}
