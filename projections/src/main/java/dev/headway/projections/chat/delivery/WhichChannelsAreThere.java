package dev.headway.projections.chat.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.channels.ChatChannels;
import dev.headway.projections.querying.MayRead;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which channels are told of alerts, and does any of them want nothing more? */
@RestController
class WhichChannelsAreThere {

    private final ChatChannels channels;
    private final ChannelTable states;
    private final DeliveryQueries deliveries;

    WhichChannelsAreThere(ChatChannels channels, ChannelTable states, DeliveryQueries deliveries) {
        this.channels = channels;
        this.states = states;
        this.deliveries = deliveries;
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
    record ChannelStatus(
            String name,
            String kind,
            @Nullable Instant disabledAt,
            @Nullable String disabledBecause,
            @Nullable String enabledBy,
            long pending,
            long dead) {}

    /** All of them, as they are configured. */
    record AllChannels(List<ChannelStatus> items) {}

    @MayRead
    @GetMapping("/api/v1/channels")
    AllChannels answer() {
        return new AllChannels(channels.all().stream().map(this::statusOf).toList());
    }

    private ChannelStatus statusOf(ChatChannel channel) {
        var state = states.stateOf(channel);
        var counts = deliveries.countsOf(channel.name());
        return new ChannelStatus(
                channel.name(),
                channel.kind().inWords(),
                state.disabledAt(),
                state.disabledBecause(),
                state.enabledBy(),
                counts.pending(),
                counts.dead());
    }
}
