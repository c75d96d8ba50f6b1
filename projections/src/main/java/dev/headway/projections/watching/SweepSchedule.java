package dev.headway.projections.watching;

import dev.headway.projections.FixedDelayTasks;
import dev.headway.projections.FixedDelayTasks.Task;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps a few times a second for as long as the application runs. */
@Configuration(proxyBeanMethods = false)
class SweepSchedule {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMillis(200);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(15);

    @Bean
    FixedDelayTasks sweeping(
            Sweep sweep,
            AlertGauges gauges,
            @Value("${headway.watching.auto-start:true}") boolean autoStart) {
        return new FixedDelayTasks(
                "watching",
                autoStart,
                List.of(
                        new Task("sweep", BETWEEN_SWEEPS, sweep::tick),
                        new Task("alert-gauges", BETWEEN_COUNTS, gauges::refresh)));
    }
}
