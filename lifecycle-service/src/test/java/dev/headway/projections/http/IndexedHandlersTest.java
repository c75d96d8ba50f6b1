package dev.headway.projections.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.RunningHeadway;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is found in the index is what would have been found by trying every pattern. */
class IndexedHandlersTest {

    private static RunningHeadway headway;

    private static List<RequestMappingInfo> mappings;
    private static MappingIndex index;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        mappings =
                List.copyOf(
                        headway.bean(
                                        "requestMappingHandlerMapping",
                                        RequestMappingHandlerMapping.class)
                                .getHandlerMethods()
                                .keySet());
        index = new MappingIndex(mappings);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_path_has_the_mappings_that_it_would_have_without() {
        assertThat(paths()).hasSizeGreaterThan(500);
        for (var written : paths()) {
            var path = PathContainer.parsePath(written);
            var found = index.find(path);
            if (found != null) {
                assertThat(found).as(written).containsExactlyInAnyOrderElementsOf(tried(path));
            }
        }
    }

    @Test
    void the_api_is_in_it_but_for_its_tiles() {
        assertThat(index.find(PathContainer.parsePath("/api/v1/partnerships/7/touchpoints")))
                .hasSize(1);
        assertThat(paths())
                .filteredOn(path -> path.startsWith("/api/"))
                .filteredOn(path -> index.find(PathContainer.parsePath(path)) == null)
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/api/v1/audit/tile"));
    }

    private List<RequestMappingInfo> tried(PathContainer path) {
        return mappings.stream()
                .filter(
                        each ->
                                Objects.requireNonNull(each.getPathPatternsCondition())
                                        .getPatterns()
                                        .stream()
                                        .anyMatch(pattern -> pattern.matches(path)))
                .toList();
    }

    /** Those of the patterns with words in the place of variables, and what lies around them. */
    private TreeSet<String> paths() {
        var paths = new TreeSet<>(List.of("/", "", "//", "/api", "/api/v1/", "/nowhere/at/all"));
        mappings.stream()
                .flatMap(each -> each.getPatternValues().stream())
                .flatMap(IndexedHandlersTest::around)
                .forEach(paths::add);
        return paths;
    }

    private static Stream<String> around(String pattern) {
        var plain = pattern.replaceAll("\\{[^}]*}", "counts").replace("**", "a/b");
        return Stream.of(
                plain,
                plain + "/",
                plain + "/more",
                plain.replace("counts", ""),
                plain.replace("counts", "a;b=c"),
                plain.replace("counts", "%2F"),
                plain.substring(0, plain.lastIndexOf('/')),
                plain.replaceFirst("/", "//"),
                plain + ";v=1");
    }
}
