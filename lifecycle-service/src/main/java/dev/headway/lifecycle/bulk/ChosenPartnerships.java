package dev.headway.lifecycle.bulk;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import dev.headway.projections.identity.Actor;
import dev.headway.projections.querying.InvalidQueryException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which partnerships a call is about: those it names, or all that the list has under filters. */
@Component
class ChosenPartnerships {

    /** More than anybody looks through row by row, and done within seconds. */
    static final int MOST = 1_000;

    private final FittingPartnerships list;
    private final CommandResponder responder;
    private final JsonMapper json;

    ChosenPartnerships(FittingPartnerships list, CommandResponder responder, JsonMapper json) {
        this.list = list;
        this.responder = responder;
        this.json = json;
    }

    /** Those of this moment, each once, in the order named or by name. */
    List<String> now(
            @Nullable List<String> ids, @Nullable Map<String, JsonNode> filter, Actor caller) {
        return ids == null
                ? fitting(Objects.requireNonNull(filter), caller::getName)
                : ids.stream().distinct().toList();
    }

    /** The same; a request that is repeated is about those that it was about before. */
    List<String> once(
            @Nullable List<String> ids,
            @Nullable Map<String, JsonNode> filter,
            RequestContext context) {
        var request = context.variant("ids").idempotent();
        if (ids != null || request == null) {
            return now(ids, filter, context.actor());
        }
        var kept =
                responder.answer(
                        request,
                        () ->
                                RenderedResponse.json(
                                        HttpStatus.OK,
                                        json.writeValueAsString(
                                                now(null, filter, context.actor()))));
        return List.of(json.readValue(Objects.requireNonNull(kept.getBody()), String[].class));
    }

    private List<String> fitting(Map<String, JsonNode> filter, Principal caller) {
        List<String> found;
        try {
            found = list.ids(parameters(filter), caller, MOST + 1);
        } catch (InvalidQueryException mistaken) {
            throw Problem.invalid(
                    mistaken.violations().stream()
                            .map(
                                    each ->
                                            new FieldError(
                                                    FieldError.pointer(
                                                            "filter", each.pointer().substring(1)),
                                                    each.message()))
                            .toList());
        }
        if (found.size() > MOST) {
            throw Problem.invalid(
                    List.of(
                            new FieldError(
                                    "/filter",
                                    "fits more than %d partnerships; narrow it".formatted(MOST))));
        }
        return found;
    }

    private static MultiValueMap<String, String> parameters(Map<String, JsonNode> filter) {
        var parameters = new LinkedMultiValueMap<String, String>();
        filter.forEach(
                (name, value) -> {
                    if (value.isArray()) {
                        value.forEach(each -> parameters.add(name, text(name, each)));
                    } else {
                        parameters.add(name, text(name, value));
                    }
                });
        return parameters;
    }

    private static String text(String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            return value.asString();
        }
        throw Problem.invalid(
                List.of(
                        new FieldError(
                                FieldError.pointer("filter", name),
                                "must be a value, or a list of values")));
    }
}
