package dev.headway.projections.processing;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reading needs from outside, so that a test can put something predictable in its place. */
@Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {

    /** Spreads retries; safe to share between threads. */
    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
