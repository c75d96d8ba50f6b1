package dev.headway.projections.console.facts;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.layout.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A form as its page shows it: with what was typed, and with what is wrong beside each field.
 *
 * @param labels of choices that are not words of the domain
 * @param people names to choose from
 */
public record FilledForm(
        FactForm form,
        MultiValueMap<String, String> typed,
        Map<String, String> labels,
        List<String> people,
        @Nullable ApiProblem problem) {

    FilledForm refused(ApiProblem why) {
        return new FilledForm(form, typed, labels, people, why);
    }

    public String value(FormField field) {
        var value = typed.getFirst(field.parameter());
        return value == null ? "" : value;
    }

    /** All of them, where several may be chosen. */
    public List<String> values(FormField field) {
        return typed.getOrDefault(field.parameter(), List.of());
    }

    public boolean isChosen(FormField field, String choice) {
        return typed.getOrDefault(field.parameter(), List.of()).contains(choice);
    }

    public String label(String choice) {
        var own = labels.get(choice);
        return own == null ? Words.say(choice) : own;
    }

    /** Empty where there is nothing wrong with it. */
    public String error(FormField field) {
        return problem == null
                ? ""
                : problem.errors().stream()
                        .filter(error -> isAbout(error, field))
                        .map(error -> Words.fault(error.text("message")))
                        .findFirst()
                        .orElse("");
    }

    /** What is wrong with the whole; each field says what is wrong with itself. */
    public String complaint() {
        if (problem == null) {
            return "";
        }
        var elsewhere =
                problem.errors().stream()
                        .filter(
                                error ->
                                        form.fields().stream()
                                                .noneMatch(field -> isAbout(error, field)))
                        .map(error -> Words.fault(error.text("pointer"), error.text("message")))
                        .toList();
        if (!elsewhere.isEmpty()) {
            return String.join(" ", elsewhere);
        }
        return problem.errors().isEmpty()
                ? Words.sentence(problem.detail())
                : "Not recorded yet: see below.";
    }

    /**
     * The partnership that the complaint names, to go and look at; not there where it names none.
     */
    public ApiObject inTheWay() {
        return problem == null ? ApiObject.NOTHING : problem.inTheWay();
    }

    /** What the complaint says before that name, and after it. */
    public List<String> aroundName() {
        var said = problem == null ? "" : problem.detail();
        var name = inTheWay().text("name");
        var at = Math.max(said.indexOf(name), 0);
        return List.of(
                Words.sentence(said.substring(0, at)),
                Words.sentence(said.substring(Math.min(at + name.length(), said.length()))));
    }

    private static boolean isAbout(ApiObject error, FormField field) {
        var pointer = error.text("pointer");
        return pointer.equals(field.pointer()) || pointer.equals(field.pointer() + "Id");
    }

    /** By the id that a program gave each, what it says. */
    static Map<String, String> statements(ApiObject program, String list) {
        Map<String, String> labels = new LinkedHashMap<>();
        program.each(list).forEach(each -> labels.put(each.text("id"), each.text("statement")));
        return labels;
    }
}
