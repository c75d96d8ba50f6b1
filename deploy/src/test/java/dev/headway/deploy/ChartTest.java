package dev.headway.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Helm chart, linted and rendered by Helm's own code, and parsed as strictly as a cluster does.
 */
class ChartTest {

    private static final Path CHART = Path.of("chart");
    private static final Map<String, String> EVERYTHING =
            Map.of(
                    "externalSecrets.enabled", "true",
                    "ingress.enabled", "true",
                    "issuer", "https://login.example.com",
                    "kafka.client.SECURITY_PROTOCOL", "SASL_SSL",
                    "home.storageClass", "shared",
                    "lifecycle.env.HEADWAY_RATELIMIT_PERSECOND", "50");

    /** Helm's own code leaves out of what it renders what has this annotation. */
    private static final String HOOK = "helm.sh/hook";

    private static final String TOLD_HOOK = "headway.dev/hook";

    @TempDir private static Path folder;

    private static List<Manifest> plain = List.of();
    private static List<Manifest> everything = List.of();

    @BeforeAll
    static void render() throws IOException {
        copyWithHooksTold();
        plain = rendered(Map.of());
        everything = rendered(EVERYTHING);
    }

    @Test
    void helm_finds_nothing_to_complain_of() {
        var found = new Helm(CHART).lint().strict().call();
        assertThat(found.isFailed()).as("%s", found.getMessages()).isFalse();
    }

    @Test
    void everything_parses_strictly() {
        assertThat(plain).hasSizeGreaterThan(15);
        Stream.concat(plain.stream(), everything.stream())
                .filter(each -> !each.kind().equals("ExternalSecret"))
                .forEach(Manifest::parsedStrictly);
    }

    @Test
    void a_planted_mistake_is_found() {
        var rendered = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {%s}";
        assertThatThrownBy(() -> parsed(rendered.formatted("selektor: {a: b}")))
                .hasMessageContaining("selektor");
        assertThatThrownBy(() -> parsed(rendered.formatted("ports: [{port: http}]")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> parsed(rendered.formatted("ports: [{port: 1, protocol: tcp}]")))
                .hasMessageContaining("protocol: tcp");
    }

    /** What external secrets makes is made by a kind that Kubernetes' own client does not know. */
    @Test
    void each_secret_that_is_mounted_can_be_made_from_outside() {
        var made =
                everything.stream()
                        .filter(each -> each.kind().equals("ExternalSecret"))
                        .map(Manifest::name)
                        .toList();
        var mounted =
                pods(everything)
                        .flatMap(
                                pod ->
                                        Objects.requireNonNullElse(
                                                pod.getVolumes(),
                                                List
                                                        .<io.kubernetes.client.openapi.models
                                                                        .V1Volume>
                                                                of())
                                                .stream())
                        .filter(volume -> volume.getProjected() != null)
                        .flatMap(
                                volume ->
                                        Objects.requireNonNull(
                                                Objects.requireNonNull(volume.getProjected())
                                                        .getSources())
                                                .stream())
                        .map(source -> Objects.requireNonNull(source.getSecret()).getName())
                        .distinct();
        assertThat(mounted).isNotEmpty().allMatch(made::contains);
    }

    @Test
    void no_container_has_more_rights_than_it_needs() {
        assertThat(pods(plain))
                .allSatisfy(
                        pod -> {
                            var security = Objects.requireNonNull(pod.getSecurityContext());
                            assertThat(security.getRunAsNonRoot()).isTrue();
                            assertThat(security.getRunAsUser()).isPositive();
                            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
                        });
        assertThat(containers(plain))
                .allSatisfy(
                        container -> {
                            var security = Objects.requireNonNull(container.getSecurityContext());
                            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
                            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
                            assertThat(Objects.requireNonNull(security.getCapabilities()).getDrop())
                                    .containsExactly("ALL");
                            assertThat(Objects.requireNonNull(container.getResources()).getLimits())
                                    .containsKey("memory");
                        });
    }

    @Test
    void whoever_serves_is_probed_and_leaves_gracefully() {
        assertThat(all(plain, V1Deployment.class))
                .hasSize(3)
                .allSatisfy(
                        deployment -> {
                            var pod = pod(deployment);
                            var container = pod.getContainers().getFirst();
                            assertThat(container.getReadinessProbe()).isNotNull();
                            assertThat(container.getLivenessProbe()).isNotNull();
                            var before =
                                    Objects.requireNonNull(
                                                    Objects.requireNonNull(container.getLifecycle())
                                                            .getPreStop())
                                            .getSleep();
                            var left =
                                    Objects.requireNonNull(pod.getTerminationGracePeriodSeconds())
                                            - Objects.requireNonNull(before).getSeconds();
                            assertThat(left).isGreaterThan(30);
                        });
    }

    /** A selector that fits nothing does nothing, and nobody says so. */
    @Test
    void selectors_fit_pods() {
        var labels =
                all(plain, V1Deployment.class)
                        .map(
                                each ->
                                        Objects.requireNonNull(
                                                        Objects.requireNonNull(each.getSpec())
                                                                .getTemplate()
                                                                .getMetadata())
                                                .getLabels())
                        .toList();
        var budgets =
                all(plain, V1PodDisruptionBudget.class)
                        .map(
                                each ->
                                        Objects.requireNonNull(
                                                        Objects.requireNonNull(each.getSpec())
                                                                .getSelector())
                                                .getMatchLabels());
        var services =
                all(plain, V1Service.class)
                        .map(each -> Objects.requireNonNull(each.getSpec()).getSelector());
        assertThat(budgets).hasSize(3).allMatch(labels::contains);
        assertThat(services).hasSize(3).allMatch(labels::contains);
    }

    @Test
    void jobs_migrate_before_nodes_are_exchanged_and_nodes_do_not() {
        assertThat(all(plain, V1Job.class))
                .hasSize(2)
                .allSatisfy(
                        job -> {
                            assertThat(Objects.requireNonNull(job.getMetadata()).getAnnotations())
                                    .containsEntry(TOLD_HOOK, "pre-install,pre-upgrade");
                            assertThat(
                                            Objects.requireNonNull(
                                                            Objects.requireNonNull(job.getSpec())
                                                                    .getTemplate()
                                                                    .getSpec())
                                                    .getContainers()
                                                    .getFirst()
                                                    .getCommand())
                                    .containsExactly("/opt/headway/migrate");
                        });
        assertThat(all(plain, V1Deployment.class).filter(ChartTest::isNode))
                .hasSize(2)
                .allSatisfy(
                        node ->
                                assertThat(environment(pod(node).getContainers().getFirst()))
                                        .containsEntry("SPRING_FLYWAY_ENABLED", "false"));
    }

    /** A name that nothing reads is a setting that is not made. */
    @Test
    void every_setting_is_documented() throws Exception {
        var documented = Files.readString(Path.of("../docs/configuration.md"));
        assertThat(containers(everything).flatMap(each -> environment(each).keySet().stream()))
                .filteredOn(name -> name.startsWith("HEADWAY_"))
                .filteredOn(name -> !name.startsWith("HEADWAY_GATEWAY_"))
                .filteredOn(name -> !name.startsWith("HEADWAY_KAFKA_CLIENT_"))
                .isNotEmpty()
                .allMatch(documented::contains);
    }

    @Test
    void the_gateway_has_the_files_of_the_repository() throws Exception {
        var gateway =
                plain.stream()
                        .filter(each -> each.kind().equals("ConfigMap"))
                        .map(each -> Manifest.map(each.content().get("data")))
                        .toList();
        assertThat(gateway).hasSize(1);
        for (var name : List.of("routes.map", "haproxy.cfg")) {
            var file = Files.readString(Path.of("gateway", name)).strip();
            assertThat(String.valueOf(gateway.getFirst().get(name)).strip()).isEqualTo(file);
        }
    }

    private static void copyWithHooksTold() throws IOException {
        try (var files = Files.walk(CHART, FileVisitOption.FOLLOW_LINKS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(CHART.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.writeString(copy, Files.readString(file).replace(HOOK, TOLD_HOOK));
            }
        }
    }

    private static List<Manifest> rendered(Map<String, String> values) {
        var template =
                new Helm(folder)
                        .template()
                        .withName("headway")
                        .withNamespace("alliances")
                        .withKubeVersion("1.34.0");
        values.forEach(template::set);
        return Manifest.of(template.call());
    }

    private static Object parsed(String manifest) {
        return Manifest.of(manifest).getFirst().parsedStrictly();
    }

    private static <T> Stream<T> all(List<Manifest> manifests, Class<T> type) {
        return manifests.stream()
                .filter(each -> !each.kind().equals("ExternalSecret"))
                .map(Manifest::parsedStrictly)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static Stream<V1PodSpec> pods(List<Manifest> manifests) {
        return Stream.concat(
                all(manifests, V1Deployment.class).map(ChartTest::pod),
                all(manifests, V1Job.class)
                        .map(
                                each ->
                                        Objects.requireNonNull(
                                                Objects.requireNonNull(each.getSpec())
                                                        .getTemplate()
                                                        .getSpec())));
    }

    private static Stream<V1Container> containers(List<Manifest> manifests) {
        return pods(manifests).flatMap(pod -> pod.getContainers().stream());
    }

    private static V1PodSpec pod(V1Deployment deployment) {
        return Objects.requireNonNull(
                Objects.requireNonNull(deployment.getSpec()).getTemplate().getSpec());
    }

    private static boolean isNode(V1Deployment deployment) {
        return !Objects.requireNonNull(Objects.requireNonNull(deployment.getMetadata()).getName())
                .endsWith("gateway");
    }

    private static Map<String, String> environment(V1Container container) {
        var named = new TreeMap<String, String>();
        for (var each : Objects.requireNonNullElse(container.getEnv(), List.<V1EnvVar>of())) {
            named.put(each.getName(), Objects.requireNonNullElse(each.getValue(), ""));
        }
        return named;
    }
}
