package dev.headway.lifecycle;

import dev.headway.projections.VirtualThreadCarriers;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application people start: the write side, with the projections as a library inside it. */
@SpringBootApplication(
        scanBasePackages = {"dev.headway.lifecycle", "dev.headway.projections"},
        proxyBeanMethods = false)
public class HeadwayApplication {

    public static void main(String[] args) {
        VirtualThreadCarriers.limit();
        SpringApplication.run(HeadwayApplication.class, args);
    }

    /** Where everything here asks for the time. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
