package dev.headway.projections.chat.scheduling;

import dev.headway.projections.chat.channels.ChatChannels;
import dev.headway.projections.scheduling.FixedDelayTasks;
import dev.headway.projections.scheduling.FixedDelayTasks.Task;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers and sends for as long as the application runs, each channel by a task of its own. */
@Configuration(proxyBeanMethods = false)
class ChatSchedule {

    private static final Duration DISPATCH_DELAY = Duration.ofMillis(100);
    private static final Duration RETENTION_DELAY = Duration.ofMinutes(1);

    @Bean
    FixedDelayTasks dispatching(
            ChatChannels channels,
            ChannelDispatcher dispatcher,
            Retention retention,
            @Value("${headway.chat.auto-start:${headway.projections.enabled:true}}")
                    boolean autoStart) {
        var tasks = new ArrayList<Task>();
        tasks.add(new Task("chat-tidying", RETENTION_DELAY, retention::apply));
        for (var channel : channels.all()) {
            var name = "chat-" + channel.name();
            tasks.add(new Task(name, DISPATCH_DELAY, () -> dispatcher.dispatch(channel)));
        }
        return new FixedDelayTasks("chat", autoStart, tasks);
    }
}
