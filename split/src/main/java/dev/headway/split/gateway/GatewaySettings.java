package dev.headway.split.gateway;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where a gateway listens, and who is behind it.
 *
 * @param address as 127.0.0.1
 * @param port 0 for any that is free
 * @param nodes at least one of each kind, as {@code http://127.0.0.1:8081}
 */
public record GatewaySettings(String address, int port, Map<NodeKind, List<URI>> nodes) {

    /**
     * From {@code SERVER_ADDRESS}, {@code SERVER_PORT}, and {@code HEADWAY_GATEWAY_LIFECYCLE} and
     * {@code HEADWAY_GATEWAY_PROJECTION}, which are addresses with commas.
     */
    static GatewaySettings of(Map<String, String> environment) {
        return new GatewaySettings(
                environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8080")),
                Map.of(
                        NodeKind.LIFECYCLE, addresses(environment, "HEADWAY_GATEWAY_LIFECYCLE"),
                        NodeKind.PROJECTION, addresses(environment, "HEADWAY_GATEWAY_PROJECTION")));
    }

    private static List<URI> addresses(Map<String, String> environment, String name) {
        var listed = environment.getOrDefault(name, "");
        if (listed.isBlank()) {
            throw new IllegalArgumentException(name + " names no node");
        }
        return Arrays.stream(listed.split(",")).map(String::strip).map(URI::create).toList();
    }
}
