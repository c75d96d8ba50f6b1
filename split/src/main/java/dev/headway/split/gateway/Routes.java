package dev.headway.split.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which kind of node answers what, as {@code routes.map} says: lines of a pattern for {@code
 * method:path} and a kind, of which the first that matches counts.
 */
public final class Routes {

    private static final Pattern WHITE = Pattern.compile("\\s+");

    private final List<Route> routes;

    private record Route(Pattern asked, NodeKind kind) {

        static Route of(String line) {
            var parts = WHITE.split(line);
            if (parts.length != 2) {
                throw new IllegalArgumentException("No pattern and kind: " + line);
            }
            return new Route(Pattern.compile(parts[0]), NodeKind.named(parts[1]));
        }
    }

    private Routes(List<Route> routes) {
        this.routes = routes;
    }

    /** Those that a deployment has. */
    public static Routes deployed() {
        try (var file = Routes.class.getResourceAsStream("/gateway/routes.map")) {
            if (file == null) {
                throw new IllegalStateException("routes.map is missing");
            }
            return of(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param text lines; empty ones, and those that begin with #, say nothing
     * @throws IllegalArgumentException if a line is not one of pattern and kind
     */
    static Routes of(String text) {
        return new Routes(
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(Route::of)
                        .toList());
    }

    /**
     * @param method in capitals
     * @param path as it was sent, without a query
     */
    public NodeKind kindOf(String method, String path) {
        var asked = method + ":" + path;
        return routes.stream()
                .filter(route -> route.asked().matcher(asked).find())
                .map(Route::kind)
                .findFirst()
                .orElse(NodeKind.PROJECTION);
    }
}
