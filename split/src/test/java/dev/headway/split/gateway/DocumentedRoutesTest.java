package dev.headway.split.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is deployed sends each operation where the contract says it is answered. */
class DocumentedRoutesTest {

    private static final Path CONTRACT = Path.of("../api-contracts/openapi/headway.yaml");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int CODE_POINTS = 4_000_000;

    private record Operation(String method, String path, NodeKind node) {}

    @Test
    void every_operation_goes_to_a_node_that_answers_it() throws Exception {
        var routes = Routes.deployed();
        assertThat(operations())
                .hasSizeGreaterThan(80)
                .allSatisfy(
                        each ->
                                assertThat(routes.kindOf(each.method(), each.path()))
                                        .as("%s %s", each.method(), each.path())
                                        .isEqualTo(each.node()));
    }

    @Test
    void whoever_asks_for_headers_alone_gets_them_where_the_rest_is() throws Exception {
        var routes = Routes.deployed();
        assertThat(operations())
                .filteredOn(each -> each.method().equals("GET"))
                .allMatch(each -> routes.kindOf("HEAD", each.path()) == each.node());
    }

    @Test
    void pages_are_served_by_projection_nodes_and_whoever_signs_in_meets_the_issuer() {
        var routes = Routes.deployed();
        for (var page :
                List.of(
                        "/",
                        "/board",
                        "/partnerships/5/record/touchpoint",
                        "/program",
                        "/me/tokens/new",
                        "/console/stream",
                        "/console/assets/app.css",
                        "/oauth2/authorization/console",
                        "/login/oauth2/code/console",
                        "/sign-out",
                        "/signed-out",
                        "/calendar/secret.ics")) {
            assertThat(routes.kindOf("GET", page)).as(page).isEqualTo(NodeKind.PROJECTION);
        }
        assertThat(routes.kindOf("POST", "/program")).isEqualTo(NodeKind.PROJECTION);
        assertThat(routes.kindOf("POST", "/calendar-links/readings")).isEqualTo(NodeKind.LIFECYCLE);
        for (var other :
                List.of(
                        "/sign-in",
                        "/sign-in/link",
                        "/oauth2/authorize",
                        "/oauth2/token",
                        "/oauth2/jwks",
                        "/.well-known/openid-configuration",
                        "/pages/accounts.css",
                        "/docs/problems",
                        "/openapi.yaml",
                        "/webjars/swagger-ui/index.html")) {
            assertThat(routes.kindOf("GET", other)).as(other).isEqualTo(NodeKind.LIFECYCLE);
        }
    }

    private static List<Operation> operations() throws Exception {
        var options = new LoaderOptions();
        options.setCodePointLimit(CODE_POINTS);
        Map<String, Map<String, Map<String, Map<String, Object>>>> contract =
                new Yaml(new SafeConstructor(options)).load(Files.readString(CONTRACT));
        return Objects.requireNonNull(contract.get("paths")).entrySet().stream()
                .flatMap(DocumentedRoutesTest::operations)
                .toList();
    }

    private static Stream<Operation> operations(
            Map.Entry<String, Map<String, Map<String, Object>>> path) {
        var sent = "/api/v1" + path.getKey().replaceAll("\\{[^}]+}", "5");
        return path.getValue().entrySet().stream()
                .filter(each -> METHODS.contains(each.getKey()))
                .map(
                        each ->
                                new Operation(
                                        each.getKey().toUpperCase(Locale.ROOT),
                                        sent,
                                        NodeKind.named(
                                                String.valueOf(
                                                        each.getValue().get("x-headway-node")))));
    }
}
