package dev.headway.lifecycle;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application people start: the write side, with the projections as a library inside it. */
@SpringBootApplication(
        scanBasePackages = {"dev.headway.lifecycle", "dev.headway.projections"},
        proxyBeanMethods = false)
public class HeadwayApplication {

    /** How many carriers the JVM gives virtual threads, as {@link Thread} has it. */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    public static void main(String[] args) {
        limitVirtualThreadCarriers();
        SpringApplication.run(HeadwayApplication.class, args);
    }

    /** Where everything here asks for the time. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Requests run on virtual threads, readers on threads of the system. However many requests
     * there are, they get one core less than there are, and one at least; whoever starts the JVM
     * may say something else.
     */
    private static void limitVirtualThreadCarriers() {
        var cores = Runtime.getRuntime().availableProcessors();
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, String.valueOf(Math.max(1, cores - 1)));
        }
    }
}
