package dev.headway.projections.console.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * A form, and the call that it becomes.
 *
 * @param id as its address has it
 * @param title what is done with it
 * @param submit what its button says
 * @param said what is said when it is done
 * @param path of the call, below the partnership; {@code {on}} is what of it the form is about
 * @param mends the criteria that it may meet
 */
public record FactForm(
        String id,
        String title,
        String submit,
        String said,
        HttpMethod method,
        String path,
        List<FormField> fields,
        Set<String> mends) {

    public static FactForm put(
            String id, String title, String submit, String path, FormField... fields) {
        return new FactForm(
                id, title, submit, "Recorded.", HttpMethod.PUT, path, List.of(fields), Set.of());
    }

    public static FactForm post(
            String id, String title, String submit, String path, FormField... fields) {
        return new FactForm(
                id, title, submit, "Recorded.", HttpMethod.POST, path, List.of(fields), Set.of());
    }

    public static FactForm delete(String id, String title, String submit, String path) {
        return new FactForm(
                id, title, submit, "Recorded.", HttpMethod.DELETE, path, List.of(), Set.of());
    }

    FactForm mends(String... criteria) {
        return new FactForm(id, title, submit, said, method, path, fields, Set.of(criteria));
    }

    public FactForm as(HttpMethod other) {
        return new FactForm(id, title, submit, said, other, path, fields, mends);
    }

    /** The same, which may also say when it happened. */
    FactForm dated() {
        var more = new ArrayList<>(fields);
        more.add(
                FormField.day("effectiveAt", "When it happened")
                        .optional()
                        .hint("Left empty, it is now."));
        return withFields(more);
    }

    public FactForm withFields(List<FormField> others) {
        return new FactForm(id, title, submit, said, method, path, List.copyOf(others), mends);
    }

    /** Whether it is about something of the partnership, as one step. */
    boolean isAboutOne() {
        return path.contains("{on}");
    }

    Optional<FormField> field(String parameter) {
        return fields.stream().filter(each -> each.parameter().equals(parameter)).findFirst();
    }
}
