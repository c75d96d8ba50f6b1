package dev.headway.projections.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Whom to tell, from {@code headway.chat}.
 *
 * @param channels none by default: alerts are raised and nobody is told
 * @param allowInsecureTargets permits http, and loopback and private addresses
 */
@ConfigurationProperties("headway.chat")
record ChatProperties(
        @DefaultValue List<Target> channels, @DefaultValue("false") boolean allowInsecureTargets) {

    /**
     * One channel.
     *
     * @param kind {@code slack} or {@code webhook}
     * @param url a credential; goes nowhere but into the request
     * @param name how the channel is called in logs and answers
     */
    record Target(Kind kind, String url, @Nullable String name) {

        Target {
            Assert.notNull(kind, "A chat channel needs a kind: slack or webhook");
            Assert.hasText(url, "A chat channel needs a url");
        }

        @Override
        public String toString() {
            return "Target[kind=" + kind + ", name=" + name + "]";
        }
    }

    /** In which form a channel wants its messages. */
    enum Kind {
        SLACK,
        WEBHOOK
    }
}
