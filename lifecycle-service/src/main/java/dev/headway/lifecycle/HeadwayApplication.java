package dev.headway.lifecycle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application people start: the write side, with the projections as a library inside it. */
@SpringBootApplication(scanBasePackages = {"dev.headway.lifecycle", "dev.headway.projections"})
public class HeadwayApplication {

    public static void main(String[] args) {
        SpringApplication.run(HeadwayApplication.class, args);
    }
}
