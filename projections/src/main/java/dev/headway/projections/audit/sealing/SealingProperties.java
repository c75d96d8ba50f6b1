package dev.headway.projections.audit.sealing;

import dev.headway.projections.audit.transparency.WitnessKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are sealed, from {@code headway.sealing}.
 *
 * @param autoStart whether this node seals
 * @param origin what the log is called, best the address it is served at without its scheme; made
 *     up at the first start where none is given, and then for ever
 * @param events a checkpoint is due after as many, and covers no more
 * @param after a checkpoint is due so long after the one before, if there is one new event
 * @param file where the newest checkpoint is kept, outside of the database
 * @param webhook who is told of checkpoints besides
 * @param witness who cosigns them
 */
@ConfigurationProperties("headway.sealing")
public record SealingProperties(
        @DefaultValue("true") boolean autoStart,
        @Nullable String origin,
        @DefaultValue("1000") int events,
        @DefaultValue("1m") Duration after,
        Path file,
        @DefaultValue Webhook webhook,
        @DefaultValue Witness witness) {

    /**
     * @param url what {@code /add-checkpoint} is appended to; none for no witness
     * @param key its verifier key, without which nothing that it says is believed
     */
    public record Witness(@Nullable String url, @Nullable String key) {

        WitnessKey parsedKey() {
            if (key == null || key.isBlank()) {
                throw new IllegalArgumentException(
                        "headway.sealing.witness.key is missing: a witness needs its verifier key");
            }
            return WitnessKey.parse(key);
        }
    }

    /**
     * @param url a credential; goes nowhere but into the request; none for nobody
     * @param secrets for signatures; while they rotate, more than one
     */
    public record Webhook(@Nullable String url, @DefaultValue List<String> secrets) {

        @Override
        public String toString() {
            return "Webhook[hidden]";
        }
    }
}
