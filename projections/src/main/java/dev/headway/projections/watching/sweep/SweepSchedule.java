package dev.headway.projections.watching.sweep;

import dev.headway.projections.scheduling.FixedDelayTasks;
import dev.headway.projections.scheduling.FixedDelayTasks.Task;
import dev.headway.projections.watching.alerts.AlertGauges;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps a few times a second for as long as the application runs. */
@Configuration(proxyBeanMethods = false)
public class SweepSchedule {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMillis(200);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(15);

    @Bean
    public FixedDelayTasks sweeping(
            Sweep sweep,
            AlertGauges gauges,
            @Value("${headway.watching.auto-start:${headway.projections.enabled:true}}")
                    boolean autoStart) {
        return new FixedDelayTasks(
                "watching",
                autoStart,
                List.of(
                        new Task("sweep", BETWEEN_SWEEPS, sweep::run),
                        new Task("alert-gauges", BETWEEN_COUNTS, gauges::refresh)));
    }
}
