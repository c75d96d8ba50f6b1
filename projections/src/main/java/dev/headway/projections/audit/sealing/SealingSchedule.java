package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.MissingTileException;
import dev.headway.projections.scheduling.FixedDelayTasks;
import dev.headway.projections.scheduling.FixedDelayTasks.Task;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals, and tells of it, for as long as the application runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealingProperties.class)
class SealingSchedule {

    /** How often it is looked whether a checkpoint is due. */
    private static final Duration SEALING_DELAY = Duration.ofSeconds(1);

    private static final Duration WEBHOOK_DELAY = Duration.ofSeconds(10);

    /** While the witness is away, it is asked as often. */
    private static final Duration WITNESS_DELAY = Duration.ofSeconds(2);

    @Bean
    FixedDelayTasks sealing(
            SealingProperties properties,
            Sealer sealer,
            SealingState state,
            LogTable log,
            CheckpointWebhook webhook,
            Witnessing witnessing,
            RandomGenerator random) {
        return new FixedDelayTasks(
                "sealing",
                properties.autoStart(),
                List.of(
                        new Task(
                                "sealing",
                                SEALING_DELAY,
                                () -> {
                                    if (log.head().isEmpty()) {
                                        log.register(origin(properties, random));
                                    }
                                    sealAll(sealer, state, webhook);
                                }),
                        new Task("sealing-webhook", WEBHOOK_DELAY, webhook::send),
                        new Task("sealing-witness", WITNESS_DELAY, witnessing::show)));
    }

    private static String origin(SealingProperties properties, RandomGenerator random) {
        return properties.origin() == null
                ? "headway.local/" + HexFormat.of().toHexDigits(random.nextLong())
                : properties.origin();
    }

    /** Until nothing is due any more, or the application ends. */
    private static void sealAll(Sealer sealer, SealingState state, CheckpointWebhook webhook) {
        try {
            var sealed = sealer.seal();
            while (sealed.isPresent() && !Thread.currentThread().isInterrupted()) {
                webhook.offer(sealed.get());
                sealed = sealer.seal();
            }
            state.set(null);
        } catch (SealingRefusedException | MissingTileException e) {
            state.set(e.getMessage());
            throw e;
        }
    }
}
