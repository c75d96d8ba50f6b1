package dev.headway.projections.node;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the nodes are that store events.
 *
 * @param url a base address that any of them answers at, as a load balancer's
 */
@ConfigurationProperties("headway.lifecycle")
record LifecycleNodeProperties(URI url) {

    LifecycleNodeProperties {
        if (url == null || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "HEADWAY_LIFECYCLE_URL must say where lifecycle nodes are, as"
                            + " http://lifecycle:8080");
        }
    }

    /** An address below it. */
    String at(String path) {
        return url.toString().replaceAll("/+$", "") + path;
    }
}
