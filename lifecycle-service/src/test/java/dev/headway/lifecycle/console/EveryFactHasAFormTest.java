package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import dev.headway.projections.console.facts.FactCatalogue;
import dev.headway.projections.console.facts.FactForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What the API can record of a partnership, somebody can record from its page. */
class EveryFactHasAFormTest {

    private static final String PARTNERSHIP = "/api/v1/partnerships/{id}";

    /** Moves have a panel of their own, which asks the gate first. */
    private static final Set<String> ELSEWHERE = Set.of("POST /transitions");

    private static final Set<String> PAGES =
            Set.of("partnership.html", "story-entries.html", "steps.html");

    @Test
    void every_operation_that_records_something_has_a_form_and_every_form_an_operation() {
        var operations =
                OpenApiContract.ofHeadway().operations().stream()
                        .filter(each -> each.path().startsWith(PARTNERSHIP))
                        .filter(each -> !each.method().equalsIgnoreCase("get"))
                        .map(EveryFactHasAFormTest::call)
                        .filter(call -> !ELSEWHERE.contains(call))
                        .toList();

        assertThat(operations).hasSizeGreaterThan(30);
        assertThat(FactCatalogue.all())
                .map(EveryFactHasAFormTest::call)
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void every_form_is_led_to_from_a_page() throws IOException {
        var linked = new StringBuilder();
        for (var page : PAGES) {
            linked.append(
                    new ClassPathResource("console/pages/" + page)
                            .getContentAsString(StandardCharsets.UTF_8));
        }

        assertThat(FactCatalogue.all())
                .extracting(FactForm::id)
                .allSatisfy(
                        id ->
                                assertThat(linked.toString())
                                        .containsAnyOf(
                                                "base + '" + id + "'", "/record/" + id + "("));
    }

    @Test
    void a_form_asks_for_every_field_of_its_call() {
        assertThat(FactCatalogue.all())
                .filteredOn(form -> !form.path().endsWith("/correction"))
                .allSatisfy(
                        form -> assertThat(asked(form)).as(form.id()).containsAll(fields(form)));
    }

    private static List<String> asked(FactForm form) {
        return form.fields().stream().map(field -> field.name().replaceAll("\\..*", "")).toList();
    }

    /** Somebody is named by a text; the page finds out whether they are in the directory. */
    private static List<String> fields(FactForm form) {
        var operation =
                OpenApiContract.ofHeadway().operations().stream()
                        .filter(each -> each.path().startsWith(PARTNERSHIP))
                        .filter(each -> call(each).equals(call(form)))
                        .findFirst()
                        .orElseThrow();
        var schema = operation.documented().at("/requestBody/content/application~1json/schema");
        return OpenApiContract.ofHeadway()
                .behind(schema)
                .path("properties")
                .propertyNames()
                .stream()
                .filter(name -> !name.endsWith("Id"))
                .toList();
    }

    private static String call(Operation operation) {
        return call(operation.method(), operation.path().substring(PARTNERSHIP.length()));
    }

    private static String call(FactForm form) {
        return call(form.method().name(), form.path());
    }

    private static String call(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]+}", "{}");
    }
}
