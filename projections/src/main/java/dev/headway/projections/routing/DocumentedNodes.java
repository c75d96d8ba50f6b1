package dev.headway.projections.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the contract says of each operation: which kind of node answers it. */
public final class DocumentedNodes {

    private static final String CONTRACT = "openapi/headway.yaml";
    private static final String BASE = "/api/v1";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int CODE_POINTS = 4_000_000;

    private final List<Operation> operations;

    private DocumentedNodes(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    /**
     * @param pattern of its path
     */
    private record Operation(String method, PathPattern pattern, ServingNode node) {

        boolean fits(String asked, PathContainer path) {
            return method.equals(asked) && pattern.matches(path);
        }
    }

    /** Of the contract that is on the class path. */
    public static DocumentedNodes ofContract() {
        var options = new LoaderOptions();
        options.setCodePointLimit(CODE_POINTS);
        try (var contract = new ClassPathResource(CONTRACT).getInputStream()) {
            Map<String, Object> document = new Yaml(new SafeConstructor(options)).load(contract);
            var operations = new ArrayList<Operation>();
            object(document.get("paths"))
                    .forEach((path, item) -> operations.addAll(operations(path, object(item))));
            return new DocumentedNodes(operations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which kind answers; empty where the contract has no such operation. */
    public Optional<ServingNode> of(String method, String path) {
        var asked = method.equals("HEAD") ? "GET" : method;
        var container = PathContainer.parsePath(path);
        return operations.stream()
                .filter(each -> each.fits(asked, container))
                .min(
                        (one, other) ->
                                PathPattern.SPECIFICITY_COMPARATOR.compare(
                                        one.pattern(), other.pattern()))
                .map(Operation::node);
    }

    private static List<Operation> operations(String path, Map<String, Object> item) {
        return item.entrySet().stream()
                .filter(each -> METHODS.contains(each.getKey()))
                .map(each -> operation(each.getKey(), path, object(each.getValue())))
                .toList();
    }

    /** What goes on over slashes is the last of its path. */
    private static Operation operation(String method, String path, Map<String, Object> documented) {
        var goesOn = Boolean.TRUE.equals(documented.get("x-multi-segment"));
        var written = goesOn ? path.replaceAll("\\{(\\w+)}$", "{*$1}") : path;
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                PathPatternParser.defaultInstance.parse(BASE + written),
                ServingNode.of(String.valueOf(documented.get("x-headway-node"))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
