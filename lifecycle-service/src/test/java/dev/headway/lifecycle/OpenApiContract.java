package dev.headway.lifecycle;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.headway.testing.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The REST contract, held against what the service says. Every caller in the tests asks it about
 * every answer, so that no test sees one that is not documented: its status, headers, content type
 * and every field. Answers may gain fields without breaking a caller, but not without being written
 * down; so here their schemas are closed.
 */
public final class OpenApiContract implements Caller.Contract {

    private static final String BASE = "/api/v1";
    private static final String HERE = "https://headway.example/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** Those that would go unnoticed by everybody if nobody documented them. */
    private static final List<String> OUR_HEADERS =
            List.of("ETag", "Location", "Headway-Position", "Retry-After", "WWW-Authenticate");

    /** What may be said where there is no such operation. */
    private static final Set<Integer> NOTHING_HERE = Set.of(400, 401, 403, 404, 405);

    private static final OpenApiContract HEADWAY = new OpenApiContract("openapi/headway.yaml");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApiContract(String resource) {
        document = read(resource);
        close(document.at("/components/schemas"));
        registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        settings ->
                                settings.schemas(Map.of(HERE, document.toString()))
                                        .schemaRegistryConfig(
                                                SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .build()));
        document.at("/paths").properties().forEach(this::add);
    }

    /** What Headway documents. */
    public static OpenApiContract ofHeadway() {
        return HEADWAY;
    }

    /**
     * One operation.
     *
     * @param path as {@code /api/v1/partnerships/{id}}
     */
    public record Operation(String method, String path, String pointer, JsonNode documented) {

        /** Whether its answer goes on for as long as somebody reads it. */
        public boolean isEndless() {
            return documented.at("/responses/200/content").has("text/event-stream");
        }

        /** Whether what is in the path may have slashes. */
        private boolean goesOn() {
            return documented.path("x-multi-segment").asBoolean(false);
        }

        boolean fits(String method, String path) {
            return this.method.equals(method)
                    && Pattern.matches(
                            this.path.replaceAll("\\{\\w+}", goesOn() ? ".+" : "[^/]+"), path);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private record Answer(int status, HttpHeaders headers, String body) {

        String contentType() {
            return headers.firstValue("Content-Type").orElse("none").replaceAll(";.*", "");
        }
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The operation behind a path without its query. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream().filter(each -> each.fits(method, path)).findFirst();
    }

    /** What stands at a pointer into the document, or behind a reference. */
    public JsonNode at(String pointer) {
        return document.at(resolved(pointer));
    }

    /** What a node refers to; itself, when it refers to nothing. */
    public JsonNode behind(JsonNode node) {
        var reference = node.path("$ref");
        return reference.isMissingNode() ? node : at(reference.asString().substring(1));
    }

    /** The words of a schema that lists them. */
    public Set<String> words(String schema) {
        return document.at("/components/schemas/" + schema + "/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    /**
     * @throws AssertionError naming everything about the answer that is not documented
     */
    @Override
    public void check(
            String method, String pathAndQuery, int status, HttpHeaders headers, String body) {
        var answer = new Answer(status, headers, body);
        var path = pathAndQuery.replaceAll("\\?.*", "");
        if (!path.startsWith(BASE) || method.equals("HEAD") || method.equals("OPTIONS")) {
            return;
        }
        var operation = operation(method, path);
        var broken =
                operation.isPresent() ? broken(operation.get(), answer) : brokenNowhere(answer);
        if (!broken.isEmpty()) {
            throw new AssertionError(
                    "%s %s answered %d, which is not as promised:%n%s%n%s"
                            .formatted(
                                    method,
                                    pathAndQuery,
                                    answer.status(),
                                    String.join("\n", broken),
                                    answer.body()));
        }
    }

    /**
     * Whether what is said of a call that is too strange to be about an operation is a problem, and
     * nobody's fault but the caller's.
     *
     * @throws AssertionError telling what is wrong with it
     */
    public void checkProblem(int status, HttpHeaders headers, String body) {
        var answer = new Answer(status, headers, body);
        var broken = new ArrayList<String>();
        if (status < 400 || status > 499) {
            broken.add("the status");
        }
        problem(answer, broken);
        if (!broken.isEmpty()) {
            throw new AssertionError(
                    "a strange call was answered %d:%n%s%n%s"
                            .formatted(status, String.join("\n", broken), body));
        }
    }

    private List<String> broken(Operation operation, Answer answer) {
        var pointer = operation.pointer() + "/responses/" + answer.status();
        if (document.at(pointer).isMissingNode()) {
            return List.of("the status");
        }
        var response = resolved(pointer);
        var broken = new ArrayList<String>();
        for (var header : OUR_HEADERS) {
            header(response, header, answer, broken);
        }
        var type = answer.contentType();
        var schema = response + "/content/" + type.replace("/", "~1") + "/schema";
        if (document.at(schema).isMissingNode()) {
            broken.add("the content type '" + type + "'");
        } else {
            validate(schema, type, answer.body(), broken);
        }
        return broken;
    }

    private void validate(String schema, String type, String body, List<String> broken) {
        if (type.endsWith("json")) {
            validate(schema, body, broken);
        } else {
            broken.addAll(errors(schema, StringNode.valueOf(body)));
        }
    }

    private List<String> brokenNowhere(Answer answer) {
        var broken = new ArrayList<String>();
        if (!NOTHING_HERE.contains(answer.status())) {
            broken.add("there is no such operation");
        } else {
            problem(answer, broken);
        }
        return broken;
    }

    private void problem(Answer answer, List<String> broken) {
        if (answer.contentType().equals("application/problem+json")) {
            validate("/components/schemas/InvalidRequest", answer.body(), broken);
        } else {
            broken.add("the content type '" + answer.contentType() + "'");
        }
    }

    private void header(String response, String name, Answer answer, List<String> broken) {
        var pointer = response + "/headers/" + name;
        var value = answer.headers().firstValue(name);
        if (document.at(pointer).isMissingNode()) {
            value.ifPresent(_ -> broken.add("the header " + name));
            return;
        }
        var header = resolved(pointer);
        if (value.isPresent()) {
            errors(header + "/schema", StringNode.valueOf(value.get()))
                    .forEach(error -> broken.add("the header " + name + ": " + error));
        } else if (document.at(header + "/required").asBoolean(false)) {
            broken.add("without the header " + name);
        }
    }

    private void validate(String schema, String body, List<String> broken) {
        if (schema.contains("/text~1csv/")) {
            broken.addAll(errors(schema, StringNode.valueOf(body)));
            return;
        }
        try {
            broken.addAll(errors(schema, JsonMapper.shared().readTree(body)));
        } catch (JacksonException noJson) {
            broken.add("the body is no JSON");
        }
    }

    private List<String> errors(String pointer, JsonNode value) {
        return schemas
                .computeIfAbsent(
                        pointer, each -> registry.getSchema(SchemaLocation.of(HERE + "#" + each)))
                .validate(value)
                .stream()
                .map(
                        error ->
                                error.getInstanceLocation()
                                        + " "
                                        + error.getKeyword()
                                        + " "
                                        + Arrays.toString(error.getArguments()))
                .toList();
    }

    /** Where a reference ends. */
    private String resolved(String pointer) {
        var reference = document.at(pointer + "/$ref");
        return reference.isMissingNode() ? pointer : resolved(reference.asString().substring(1));
    }

    private void add(Map.Entry<String, JsonNode> path) {
        path.getValue()
                .properties()
                .forEach(
                        method -> {
                            if (METHODS.contains(method.getKey())) {
                                operations.add(
                                        new Operation(
                                                method.getKey().toUpperCase(Locale.ROOT),
                                                BASE + path.getKey(),
                                                "/paths/"
                                                        + path.getKey().replace("/", "~1")
                                                        + "/"
                                                        + method.getKey(),
                                                method.getValue()));
                            }
                        });
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(OpenApiContract::close);
    }

    private static JsonNode read(String resource) {
        try (var yaml = new ClassPathResource(resource).getInputStream()) {
            return JsonMapper.shared().valueToTree(new Yaml().load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
