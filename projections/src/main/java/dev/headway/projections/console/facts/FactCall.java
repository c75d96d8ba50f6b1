package dev.headway.projections.console.facts;

import dev.headway.projections.console.api.ApiAnswer;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.NoSuchPageException;
import dev.headway.projections.console.layout.Times;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.util.IdGenerator;
import org.springframework.util.MultiValueMap;

/** What was typed into a form about a partnership, and the call that it becomes. */
record FactCall(
        FactForm form,
        UUID id,
        MultiValueMap<String, String> typed,
        HeadwayApi api,
        Times times,
        IdGenerator ids) {

    /** What is put under an id of its own: of one that is there, or of another. */
    private static final String NEW = "{new}";

    /** What the form begins with: of a correction what was recorded. */
    MultiValueMap<String, String> begun() {
        return corrected().map(entry -> entry.filled(form, typed, times)).orElse(typed);
    }

    ApiAnswer send(Map<String, Object> body) {
        var path = form.path();
        for (var field : form.fields()) {
            if (field.isInPath()) {
                path = path.replace(field.name(), segment(typed.getFirst(field.parameter())));
            }
        }
        if (form.isAboutOne()) {
            path = path.replace("{on}", segment(typed.getFirst("on")));
        }
        if (path.endsWith(NEW)) {
            var known = typed.getFirst("on");
            path = path.replace(NEW, known == null ? ids.generateId().toString() : segment(known));
        }
        return api.send(
                form.method(),
                form.method().equals(HttpMethod.DELETE) ? null : body,
                null,
                "/partnerships/{id}" + path,
                id);
    }

    Map<String, Object> body() {
        var body =
                form.method().equals(HttpMethod.PATCH)
                        ? FormBody.ofChanges(form.fields(), typed)
                        : corrected()
                                .map(entry -> entry.body(form, typed, times))
                                .orElseGet(() -> FormBody.of(form.fields(), typed));
        NamedPeople.identify(body, form.fields(), api);
        return body;
    }

    private Optional<CorrectedEntry> corrected() {
        return form.id().equals(Corrections.ID)
                ? CorrectedEntry.find(id, typed.getFirst("kind-of"), typed.getFirst("on"), api)
                : Optional.empty();
    }

    /** A word or an id, and never a way to another call. */
    private static String segment(@Nullable String given) {
        if (given == null || !given.matches("[A-Za-z0-9_-]+")) {
            throw new NoSuchPageException();
        }
        return given;
    }
}
