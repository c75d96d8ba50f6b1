package dev.headway.projections.chat.channels;

import dev.headway.projections.chat.rendering.ChannelKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Whom to tell, from {@code headway.chat}.
 *
 * @param channels none by default: alerts are raised and nobody is told
 * @param escalationChannel the name of the channel that escalations go to; without one they go
 *     where the alert went
 * @param allowInsecureTargets permits http, any port, and loopback and private addresses
 * @param ports those that may be spoken to otherwise
 * @param templates a folder with templates that take the place of those that come along
 * @param keep how long a delivery is remembered after it ended
 */
@ConfigurationProperties("headway.chat")
public record ChatProperties(
        @DefaultValue List<Target> channels,
        @Nullable String escalationChannel,
        @DefaultValue("false") boolean allowInsecureTargets,
        @DefaultValue({"443", "8443"}) Set<Integer> ports,
        @Nullable Path templates,
        @DefaultValue("P90D") Duration keep) {

    /**
     * One channel.
     *
     * @param kind {@code slack teams google-chat mattermost} or {@code webhook}
     * @param url a credential; goes nowhere but into the request
     * @param name how the channel is called in logs and answers
     * @param secrets for signatures; while they rotate, more than one
     * @param route which alerts it is told of
     * @param perSecond how many messages it takes
     */
    public record Target(
            ChannelKind kind,
            String url,
            @Nullable String name,
            @DefaultValue List<String> secrets,
            @DefaultValue Route route,
            @DefaultValue("false") boolean oncePerPartnershipAndDay,
            @DefaultValue("false") boolean businessHoursOnly,
            @DefaultValue("1") double perSecond,
            @Nullable WeeklySchedule weekly) {

        public Target {
            Assert.notNull(
                    kind,
                    () ->
                            "A chat channel needs a kind: "
                                    + Arrays.stream(ChannelKind.values())
                                            .map(ChannelKind::inWords)
                                            .collect(Collectors.joining(", ")));
            Assert.hasText(url, "A chat channel needs a url");
            Assert.isTrue(perSecond > 0, "A chat channel takes more than no message a second");
        }

        @Override
        public String toString() {
            return "Target[kind=" + kind + ", name=" + name + "]";
        }
    }
}
