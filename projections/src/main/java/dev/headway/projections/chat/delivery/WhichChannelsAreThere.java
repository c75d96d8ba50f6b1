package dev.headway.projections.chat.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.channels.ChatChannels;
import dev.headway.projections.querying.MayRead;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which channels are told of alerts, and does any of them want nothing more? */
@RestController
class WhichChannelsAreThere {

    private final ChatChannels channels;
    private final JdbcClient database;

    WhichChannelsAreThere(ChatChannels channels, JdbcClient database) {
        this.channels = channels;
        this.database = database;
    }

    /**
     * A configured channel; its address is a secret.
     *
     * @param disabledAt since when it is told nothing, because it answered 410
     * @param enabledBy who last enabled it again
     * @param pending messages that wait for it
     * @param dead messages that were given up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Known(
            String name,
            String kind,
            @Nullable Instant disabledAt,
            @Nullable String disabledBecause,
            @Nullable String enabledBy,
            long pending,
            long dead) {}

    /** All of them, as they are configured. */
    record AllChannels(List<Known> items) {}

    @MayRead
    @GetMapping("/api/v1/channels")
    AllChannels answer() {
        return new AllChannels(channels.all().stream().map(this::known).toList());
    }

    private Known known(ChatChannel channel) {
        return database.sql(
                        """
                        select c.disabled_at, c.disabled_because, c.enabled_by,
                               (select count(*)
                                from   delivery d
                                where  d.channel = :channel
                                and    d.status in ('PENDING', 'SENDING')) as pending,
                               (select count(*)
                                from   delivery d
                                where  d.channel = :channel
                                and    d.status  = 'DEAD') as dead
                        from   (values (:channel)) as given (channel)
                               left join chat_channel c using (channel)
                        """)
                .param("channel", channel.name())
                .query(
                        (row, _) ->
                                new Known(
                                        channel.name(),
                                        channel.kind().inWords(),
                                        instant(row.getTimestamp("disabled_at")),
                                        row.getString("disabled_because"),
                                        row.getString("enabled_by"),
                                        row.getLong("pending"),
                                        row.getLong("dead")))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
