package dev.headway.lifecycle.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Metrics say what they are; rules and dashboards name those that there are, and do what they say.
 */
class RulesAndDashboardsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PROMETHEUS = ROOT.resolve("deploy/observability/prometheus");
    private static final Path DASHBOARDS = ROOT.resolve("deploy/observability/grafana/dashboards");
    private static final Set<String> UNITS =
            Set.of(
                    "alerts",
                    "commands",
                    "deliveries",
                    "events",
                    "letters",
                    "partnerships",
                    "records",
                    "seconds");

    @TempDir static Path folder;

    @Test
    void every_meter_of_headway_says_what_it_is() {
        var headway = ObservedHeadway.headway();
        PartnershipOverHttp.registered(headway.as(Role.MANAGER), ObservedHeadway.CLOCK, "Measured");
        var meters =
                Stream.concat(
                                headway.bean(MeterRegistry.class).getMeters().stream(),
                                MirrorMetrics.registry().getMeters().stream())
                        .map(Meter::getId)
                        .filter(each -> each.getName().startsWith("headway."))
                        .toList();

        assertThat(meters)
                .extracting(Meter.Id::getName)
                .contains("headway.commands", "headway.mirror.lag");
        assertThat(meters)
                .allSatisfy(
                        each -> {
                            assertThat(each.getDescription()).as(each.getName()).isNotBlank();
                            var last =
                                    each.getName().substring(each.getName().lastIndexOf('.') + 1);
                            if (UNITS.contains(last)) {
                                assertThat(each.getBaseUnit()).as(each.getName()).isEqualTo(last);
                            }
                        });
    }

    @Test
    void every_metric_that_a_rule_or_a_dashboard_names_is_told_by_a_service() {
        var told = told();
        assertThat(told).contains("headway_publishing_lag", "headway_mirror_lag");
        var missing =
                Stream.concat(expressions(), rules().stream().map(each -> text(each, "expr")))
                        .flatMap(each -> PromQl.metrics(each).stream())
                        .filter(each -> !told.contains(each))
                        .collect(Collectors.toSet());

        assertThat(missing).isEmpty();
    }

    @Test
    void every_rule_has_a_runbook_and_a_test_in_which_it_fires_and_one_in_which_it_is_quiet()
            throws IOException {
        var runbook = Files.readString(ROOT.resolve("docs/operations/alerts.md"));
        var fires = new HashSet<String>();
        var quiet = new HashSet<String>();
        for (var test : tests()) {
            for (var each : list(yaml(test), "tests")) {
                for (var alert : list(each, "alert_rule_test")) {
                    var expected = list(alert, "exp_alerts");
                    (expected.isEmpty() ? quiet : fires).add(text(alert, "alertname"));
                }
            }
        }
        var names = rules().stream().map(each -> text(each, "alert")).collect(Collectors.toSet());

        assertThat(names).hasSizeGreaterThan(20);
        assertThat(fires).isEqualTo(names);
        assertThat(quiet).isEqualTo(names);
        assertThat(rules())
                .allSatisfy(
                        rule -> {
                            var name = text(rule, "alert");
                            var annotations = map(rule, "annotations");
                            assertThat(text(annotations, "runbook_url"))
                                    .isEqualTo(
                                            "docs/operations/alerts.md#"
                                                    + name.toLowerCase(Locale.ROOT));
                            assertThat(runbook).contains("\n## " + name + "\n");
                            assertThat(text(annotations, "summary")).isNotBlank();
                            assertThat(text(map(rule, "labels"), "severity"))
                                    .isIn("warning", "critical");
                        });
        assertThat(
                        runbook.lines()
                                .filter(each -> each.startsWith("## "))
                                .map(each -> each.substring(3)))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void the_rules_do_in_prometheus_what_their_tests_say() throws Exception {
        promtool(
                "check",
                "config",
                "--syntax-only",
                PROMETHEUS.resolve("prometheus.yml").toString());
        promtool("check", "rules", PROMETHEUS.resolve("headway.rules.yml").toString());
        var command = new ArrayList<>(List.of("test", "rules"));
        tests().forEach(each -> command.add(each.toString()));
        promtool(command.toArray(String[]::new));
    }

    @Test
    void a_rule_that_does_something_else_is_noticed() throws Exception {
        assumeTrue(Promtool.isThere(), Promtool.MISSING);
        var rules = Files.readString(PROMETHEUS.resolve("headway.rules.yml"));
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(
                folder.resolve("headway.rules.yml"),
                rules.replace(
                        "headway_projection_lag_seconds > 30",
                        "headway_projection_lag_seconds > 300"));
        var test = folder.resolve("tests/projections.test.yml");
        Files.copy(PROMETHEUS.resolve("tests/projections.test.yml"), test);

        assertThat(Promtool.run("test", "rules", test.toString()).status()).isNotZero();
    }

    @Test
    void what_dashboards_ask_is_understood_by_prometheus() throws Exception {
        var rules = new StringBuilder("groups:\n  - name: dashboards\n    rules:\n");
        expressions()
                .forEach(
                        each ->
                                rules.append(
                                                "      - record: asked:by:dashboard\n        expr: >-\n          ")
                                        .append(each)
                                        .append('\n'));
        var file = Files.writeString(folder.resolve("dashboards.yml"), rules);

        promtool("check", "rules", "--lint=none", file.toString());
    }

    @Test
    void dashboards_are_whole() {
        assertThat(dashboards()).hasSize(2);
        for (var dashboard : dashboards()) {
            var panels = dashboard.at("/panels").valueStream().toList();
            assertThat(dashboard.at("/uid").asString()).startsWith("headway-");
            assertThat(dashboard.at("/schemaVersion").asInt()).isPositive();
            assertThat(panels).extracting(each -> each.at("/id").asInt()).doesNotHaveDuplicates();
            var cells = new HashSet<String>();
            for (var panel : panels) {
                assertThat(panel.at("/title").asString()).isNotBlank();
                assertThat(panel.at("/targets").valueStream()).isNotEmpty();
                var place = panel.at("/gridPos");
                assertThat(place.at("/x").asInt() + place.at("/w").asInt()).isLessThanOrEqualTo(24);
                for (int x = place.at("/x").asInt();
                        x < place.at("/x").asInt() + place.at("/w").asInt();
                        x++) {
                    for (int y = place.at("/y").asInt();
                            y < place.at("/y").asInt() + place.at("/h").asInt();
                            y++) {
                        assertThat(cells.add(x + " " + y))
                                .as("%s lies on another", panel.at("/title"))
                                .isTrue();
                    }
                }
            }
        }
    }

    private static void promtool(String... arguments) throws Exception {
        assumeTrue(Promtool.isThere(), Promtool.MISSING);
        var ended = Promtool.run(arguments);
        assertThat(ended.status()).as(ended.said()).isZero();
    }

    /** Names as Prometheus has them, and what it adds itself. */
    private static Set<String> told() {
        var headway = ObservedHeadway.headway();
        PartnershipOverHttp.registered(headway.as(Role.MANAGER), ObservedHeadway.CLOCK, "Told");
        var scraped = headway.as(Role.VIEWER).get("/actuator/prometheus").text();
        return Stream.of(scraped, MirrorMetrics.registry().scrape(), "up 1")
                .flatMap(String::lines)
                .filter(each -> !each.startsWith("#"))
                .map(each -> each.replaceAll("[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<String> expressions() {
        return dashboards().stream()
                .flatMap(each -> each.at("/panels").valueStream())
                .flatMap(each -> each.at("/targets").valueStream())
                .map(each -> each.at("/expr").asString())
                .map(each -> each.replace("$__rate_interval", "5m").replace("$instance", ".*"));
    }

    private static List<JsonNode> dashboards() {
        var json = new JsonMapper();
        return files(DASHBOARDS).map(json::readTree).toList();
    }

    private static List<Path> tests() {
        return files(PROMETHEUS.resolve("tests")).toList();
    }

    private static Stream<Path> files(Path in) {
        try (var files = Files.list(in)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> rules() {
        return list(yaml(PROMETHEUS.resolve("headway.rules.yml")), "groups").stream()
                .flatMap(each -> list(each, "rules").stream())
                .toList();
    }

    private static Map<String, Object> yaml(Path file) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // YAML says nothing of types
    private static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) of.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked") // YAML says nothing of types
    private static Map<String, Object> map(Map<String, Object> of, String name) {
        return (Map<String, Object>) of.getOrDefault(name, Map.of());
    }

    private static String text(Map<String, Object> of, String name) {
        return String.valueOf(of.get(name));
    }
}
