package dev.headway.projections.console.facts;

import dev.headway.projections.console.layout.NotForRoleException;
import dev.headway.projections.console.layout.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;

/**
 * A form, and the call that it becomes.
 *
 * @param id as its address has it
 * @param title what is done with it
 * @param submit what its button says
 * @param said what is said when it is done
 * @param path of the call, below the partnership; {@code {on}} is what of it the form is about
 * @param mends the criteria that it may meet
 * @param by who may make the call; nobody else is shown the form
 * @param whom the name of whom it is about, with which the title ends; empty for nobody
 */
public record FactForm(
        String id,
        String title,
        String submit,
        String said,
        HttpMethod method,
        String path,
        List<FormField> fields,
        Set<String> mends,
        Predicate<Reader> by,
        String whom) {

    public static FactForm put(
            String id, String title, String submit, String path, FormField... fields) {
        return called(HttpMethod.PUT, id, title, submit, path, fields);
    }

    public static FactForm post(
            String id, String title, String submit, String path, FormField... fields) {
        return called(HttpMethod.POST, id, title, submit, path, fields);
    }

    public static FactForm delete(String id, String title, String submit, String path) {
        return called(HttpMethod.DELETE, id, title, submit, path);
    }

    private static FactForm called(
            HttpMethod method,
            String id,
            String title,
            String submit,
            String path,
            FormField... fields) {
        return new FactForm(
                id,
                title,
                submit,
                "Recorded.",
                method,
                path,
                List.of(fields),
                Set.of(),
                Reader::mayWrite,
                "");
    }

    FactForm mends(String... criteria) {
        return new FactForm(
                id, title, submit, said, method, path, fields, Set.of(criteria), by, whom);
    }

    public FactForm as(HttpMethod other) {
        return new FactForm(id, title, submit, said, other, path, fields, mends, by, whom);
    }

    /** The same, for others than those who record facts. */
    public FactForm by(Predicate<Reader> others) {
        return new FactForm(id, title, submit, said, method, path, fields, mends, others, whom);
    }

    /** The same, which may also say when it happened. */
    FactForm dated() {
        return dated("When it happened");
    }

    /** The same, which may also say when, under another label. */
    FactForm dated(String label) {
        var more = new ArrayList<>(fields);
        more.add(FormField.day("effectiveAt", label).optional().hint("Left empty, it is now."));
        return withFields(more);
    }

    /** The same under another title. */
    FactForm titled(String other, String button) {
        return new FactForm(id, other, button, said, method, path, fields, mends, by, whom);
    }

    public FactForm withFields(List<FormField> others) {
        return new FactForm(
                id, title, submit, said, method, path, List.copyOf(others), mends, by, whom);
    }

    /** The same, about somebody. */
    public FactForm about(String name) {
        return new FactForm(id, title, submit, said, method, path, fields, mends, by, name);
    }

    /** What is done with it, and about whom. */
    public String whole() {
        return whom.isEmpty() ? title : title + " " + whom;
    }

    /**
     * @throws NotForRoleException when whoever reads the page may not make the call
     */
    void offerTo(Model model) {
        Reader.of(model).must(by);
    }

    /** Whether it is about something of the partnership, as one step. */
    boolean isAboutOne() {
        return path.contains("{on}");
    }

    Optional<FormField> field(String parameter) {
        return fields.stream().filter(each -> each.parameter().equals(parameter)).findFirst();
    }
}
