package dev.headway.lifecycle.documents;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.topic.TopicFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The promise of the topic says of every event what is stored; {@code ./headway docs} adds them.
 */
class AsyncApiTest {

    private static final String FRAME = "api-contracts/asyncapi/frame.yaml";
    private static final String CONTRACT = "api-contracts/asyncapi/headway.yaml";
    private static final String GOLDEN = "api-contracts/src/test/golden";

    @Test
    void the_contract_has_every_event() throws IOException {
        Map<String, Object> contract = new Yaml().load(Checkout.text(Checkout.file(FRAME)));
        var messages = child(child(contract, "components"), "messages");
        var schemas = child(child(contract, "components"), "schemas");
        var onTopic = child(child(child(contract, "channels"), "events"), "messages");
        for (var event : events()) {
            var name = event.getSimpleName();
            messages.put(name, message(name));
            schemas.put(name, EventSchema.of(event));
            onTopic.put(name, ref("messages", name));
        }
        Checkout.isWritten(CONTRACT, yaml().dump(contract));
    }

    @Test
    void everything_that_is_referred_to_is_there() throws IOException {
        var contract = contract();
        var refs = contract.findValuesAsString("$ref");
        assertThat(refs).hasSizeGreaterThan(events().size());
        assertThat(refs)
                .allMatch(ref -> !contract.at(ref.substring(1)).isMissingNode(), "is there");
        assertThat(contract.propertyNames())
                .containsExactlyInAnyOrder(
                        "asyncapi",
                        "info",
                        "defaultContentType",
                        "channels",
                        "operations",
                        "components");
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void every_golden_file_ever_written_is_of_its_schema(String file) throws IOException {
        var schema = contract().at("/components/schemas/" + file.substring(0, file.indexOf(".v")));
        var stored =
                JsonMapper.shared().readTree(Files.readString(Checkout.file(GOLDEN).resolve(file)));
        assertThat(schema(schema).validate(stored)).isEmpty();
        assertThat(schema.get("properties").propertyNames()).containsAll(stored.propertyNames());
    }

    @Test
    void what_is_required_is_missed() throws IOException {
        var launched = contract().at("/components/schemas/PartnershipLaunched");
        var empty = JsonMapper.shared().createObjectNode();
        assertThat(schema(launched).validate(empty)).isNotEmpty();
    }

    static Stream<String> goldenFiles() throws IOException {
        try (var files = Files.list(Checkout.file(GOLDEN))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static List<Class<? extends HeadwayEvent>> events() {
        return new EventTypes()
                .all().stream()
                        .sorted(Comparator.<Class<?>, String>comparing(Class::getSimpleName))
                        .toList();
    }

    private static Map<String, Object> message(String name) {
        var message = new LinkedHashMap<String, Object>();
        message.put("name", TopicFormat.TYPE_PREFIX + name);
        message.put("traits", List.of(ref("messageTraits", "Event")));
        message.put("payload", ref("schemas", name));
        return message;
    }

    private static Map<String, Object> ref(String kind, String name) {
        return Map.of("$ref", "#/components/%s/%s".formatted(kind, name));
    }

    private static Schema schema(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    private static JsonNode contract() throws IOException {
        Object read = new Yaml().load(Checkout.text(Checkout.file(CONTRACT)));
        return JsonMapper.shared().valueToTree(read);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> of, String name) {
        return (Map<String, Object>) requireNonNull(of.get(name), name);
    }

    /** Without anchors: what is the same stands there twice. */
    private static Yaml yaml() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setWidth(200);
        options.setIndent(2);
        options.setDereferenceAliases(true);
        return new Yaml(options);
    }
}
