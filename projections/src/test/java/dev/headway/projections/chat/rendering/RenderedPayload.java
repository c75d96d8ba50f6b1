package dev.headway.projections.chat.rendering;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A payload as its service reads it: is it what it takes, and what does it do on reading it? */
record RenderedPayload(ChannelKind kind, String json) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<ChannelKind, Schema> SCHEMAS = schemas();

    private static final String OURS =
            "http://headway\\.example/[A-Za-z0-9/{}-]*(?:\\?status=OPEN)?";

    /** Where the service's schema is not met; empty for a valid payload. */
    List<String> violations() {
        var errors = Objects.requireNonNull(SCHEMAS.get(kind)).validate(tree());
        return errors.stream().map(each -> each.getInstanceLocation() + " " + each).toList();
    }

    /** The text in it that a service shows where it shows no card. */
    List<String> plain() {
        return tree().findValues("fallbackText").stream().map(JsonNode::asString).toList();
    }

    /** All other text in it, our own links and markup taken away, as the service shows it. */
    List<String> shown() {
        return texts(tree()).map(this::shown).toList();
    }

    private String shown(String text) {
        return switch (kind) {
            case SLACK -> text.replaceAll("<" + OURS + "\\|([^<>|]*)>", "$1").replaceAll(OURS, "");
            case MATTERMOST ->
                    text.replaceAll("\\[((?:\\\\.|[^\\\\\\[\\]])*)]\\(" + OURS + "\\)", "$1")
                            .replaceAll("\\*\\*", "")
                            .replaceAll("(?m)^\\* ", "");
            case GOOGLE_CHAT ->
                    text.replaceAll("<a href=\"" + OURS + "\">([^<>]*)</a>", "$1")
                            .replaceAll("</?b>|<br>", "");
            case TEAMS, WEBHOOK -> text;
        };
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isString()) {
            var text = node.asString();
            var isOurs =
                    text.matches(OURS)
                            || text.equals("http://adaptivecards.io/schemas/adaptive-card.json");
            return isOurs ? Stream.empty() : Stream.of(text);
        }
        return node.isObject()
                ? node.propertyStream()
                        .filter(each -> !each.getKey().equals("fallbackText"))
                        .flatMap(each -> texts(each.getValue()))
                : node.valueStream().flatMap(RenderedPayload::texts);
    }

    private JsonNode tree() {
        return MAPPER.readTree(json);
    }

    private static Map<ChannelKind, Schema> schemas() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var schemas = new EnumMap<ChannelKind, Schema>(ChannelKind.class);
        for (var kind : ChannelKind.values()) {
            schemas.put(kind, registry.getSchema(schemaOf(kind)));
        }
        return schemas;
    }

    private static String schemaOf(ChannelKind kind) {
        var file =
                kind == ChannelKind.WEBHOOK
                        ? Path.of("../docs/webhooks/payload.schema.json")
                        : Path.of("src/test/resources/chat-schemas/" + kind.inWords() + ".json");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
