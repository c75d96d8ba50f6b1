package dev.headway.split.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is started, where, and on what.
 *
 * @param home where the data is: the lifecycle node's as of a single process, what the others have
 *     in folders below
 * @param port the gateway's; the next four are the lifecycle node's, the projection node's and the
 *     broker's two
 * @param lifecycle what starts a lifecycle node, from {@code java} on
 * @param projection the same of a projection node
 * @param brokerClassPath Kafka's own artifacts
 * @param gatewayClassPath the gateway and its libraries
 */
record SplitSettings(
        Path home,
        int port,
        List<String> lifecycle,
        List<String> projection,
        String brokerClassPath,
        String gatewayClassPath) {

    private static final String BETWEEN = "--";

    /**
     * @param environment {@code HEADWAY_HOME}, {@code SERVER_PORT}
     * @param arguments the broker's class path, then after {@code --} each the command of a
     *     lifecycle node and of a projection node
     */
    static SplitSettings of(Map<String, String> environment, List<String> arguments) {
        var first = arguments.indexOf(BETWEEN);
        var second = arguments.lastIndexOf(BETWEEN);
        if (first != 1 || second <= first + 1 || second == arguments.size() - 1) {
            throw new IllegalArgumentException(
                    "<broker's class path> -- <lifecycle node> -- <projection node>");
        }
        return new SplitSettings(
                Path.of(environment.getOrDefault("HEADWAY_HOME", "var")).toAbsolutePath(),
                Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8080")),
                arguments.subList(first + 1, second),
                arguments.subList(second + 1, arguments.size()),
                arguments.getFirst(),
                System.getProperty("java.class.path"));
    }

    int lifecyclePort() {
        return port + 1;
    }

    int projectionPort() {
        return port + 2;
    }

    int brokerPort() {
        return port + 3;
    }

    int controllerPort() {
        return port + 4;
    }

    List<Integer> ports() {
        return List.of(port, lifecyclePort(), projectionPort(), brokerPort(), controllerPort());
    }
}
