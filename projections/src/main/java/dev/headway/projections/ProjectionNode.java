package dev.headway.projections;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;

/**
 * The read side as an application of its own: fed from Kafka, over a PostgreSQL of its own, with
 * the questions, the watch, chat and the console, and no commands. No component itself, so that a
 * lifecycle service, which has all this as a library, does not find it.
 */
@EnableAutoConfiguration
@ComponentScan
public class ProjectionNode {

    /** Its settings: {@code projection-node.yaml}. */
    private static final String SETTINGS = "spring.config.name=projection-node";

    public static void main(String[] arguments) {
        VirtualThreadCarriers.limit();
        new SpringApplicationBuilder(ProjectionNode.class).properties(SETTINGS).run(arguments);
    }
}
