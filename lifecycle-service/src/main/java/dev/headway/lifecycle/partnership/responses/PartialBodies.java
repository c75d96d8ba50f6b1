package dev.headway.lifecycle.partnership.responses;

import dev.headway.projections.http.Problem;
import dev.headway.projections.http.UnreadableJsonProblem;
import jakarta.validation.Validator;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that say only what differs: read as the bodies of the calls that they change. */
@Component
public class PartialBodies {

    private static final String ID = "Id";

    private final JsonMapper json;
    private final Validator validator;

    PartialBodies(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The fields given, as a body of this type; all constraints of its own hold.
     *
     * @throws Problem 400 that names each field that is wrong
     */
    public <T> T read(JsonNode fields, Class<T> type) {
        var body = parsed(fields, type);
        var errors =
                validator.validate(body).stream()
                        .map(
                                each ->
                                        new Problem.FieldError(
                                                "/"
                                                        + each.getPropertyPath()
                                                                .toString()
                                                                .replace('.', '/'),
                                                each.getMessage()))
                        .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return body;
    }

    /** What a body says, and what it leaves out as it was. */
    public <T> T read(Object whole, ObjectNode given, Class<T> type) {
        ObjectNode fields = json.valueToTree(whole);
        given.propertyNames().forEach(name -> fields.remove(otherNames(name)));
        merge(fields, given);
        return read(fields, type);
    }

    /** A person by id takes the place of one by name, and the other way round. */
    private static List<String> otherNames(String field) {
        return field.endsWith(ID)
                ? List.of(field.substring(0, field.length() - ID.length()))
                : List.of(field + ID);
    }

    /** An object that is given in part keeps its other fields; anything else is replaced. */
    private static void merge(ObjectNode whole, ObjectNode given) {
        given.properties()
                .forEach(
                        field -> {
                            if (whole.get(field.getKey()) instanceof ObjectNode known
                                    && field.getValue() instanceof ObjectNode part) {
                                merge(known, part);
                            } else {
                                whole.set(field.getKey(), field.getValue());
                            }
                        });
    }

    private <T> T parsed(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException mistaken) {
            throw UnreadableJsonProblem.of(mistaken);
        }
    }
}
