package dev.headway.projections.console.layout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Parameters as an address has them after its question mark. */
public final class QueryText {

    private QueryText() {}

    /** Empty for none. */
    public static String of(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .flatMap(
                        each ->
                                each.getValue().stream()
                                        .map(value -> each.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    /** What somebody sent, of which nothing is believed: what makes no sense is text. */
    public static MultiValueMap<String, String> parse(String query) {
        var parameters = new LinkedMultiValueMap<String, String>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach(
                        (name, values) ->
                                values.forEach(
                                        value ->
                                                parameters.add(
                                                        decoded(name),
                                                        value == null ? "" : decoded(value))));
        return parameters;
    }

    public static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    private static String decoded(String value) {
        try {
            return UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value; // a percent sign that begins nothing
        }
    }
}
