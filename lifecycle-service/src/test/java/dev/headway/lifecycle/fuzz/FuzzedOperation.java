package dev.headway.lifecycle.fuzz;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation with everything that it takes.
 *
 * @param body what its body must be, null for one without
 */
record FuzzedOperation(
        Operation operation, List<Parameter> parameters, @Nullable Body body, List<Role> roles) {

    /**
     * @param in {@code path}, {@code query} or {@code header}
     */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /**
     * @param example null when the document gives none
     */
    record Body(String contentType, JsonNode schema, @Nullable JsonNode example) {}

    /** All whose answers end. */
    static List<FuzzedOperation> all(OpenApiContract contract) {
        return contract.operations().stream()
                .filter(each -> !each.isEndless())
                .map(each -> of(each, contract))
                .toList();
    }

    private static FuzzedOperation of(Operation operation, OpenApiContract contract) {
        var path = operation.pointer().substring(0, operation.pointer().lastIndexOf('/'));
        var parameters = new ArrayList<Parameter>();
        for (var pointer : List.of(path, operation.pointer())) {
            contract.at(pointer)
                    .path("parameters")
                    .forEach(each -> add(each, contract, parameters));
        }
        return new FuzzedOperation(
                operation,
                parameters,
                body(operation.documented().path("requestBody").path("content")),
                operation
                        .documented()
                        .path("x-roles")
                        .valueStream()
                        .map(role -> Role.valueOf(role.asString().toUpperCase(Locale.ROOT)))
                        .toList());
    }

    private static void add(JsonNode node, OpenApiContract contract, List<Parameter> parameters) {
        var parameter = contract.behind(node);
        parameters.add(
                new Parameter(
                        parameter.at("/name").asString(),
                        parameter.at("/in").asString(),
                        parameter.path("required").asBoolean(false),
                        contract.behind(parameter.at("/schema"))));
    }

    private static @Nullable Body body(JsonNode content) {
        return content.properties().stream()
                .findFirst()
                .map(
                        each ->
                                new Body(
                                        each.getKey(),
                                        each.getValue().at("/schema"),
                                        each.getValue().get("example")))
                .orElse(null);
    }

    List<Parameter> parameters(String in) {
        return parameters.stream().filter(each -> each.in().equals(in)).toList();
    }

    boolean takes(String header) {
        return parameters("header").stream().anyMatch(each -> each.name().equals(header));
    }
}
