package dev.headway.projections.console.facts;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/**
 * A form that is about something else than a partnership: shown, sent, and shown again with what
 * was wrong.
 *
 * @param action where the form is sent
 * @param back where it was asked for
 */
public record FormPage(FactForm form, String action, String back) {

    /** What makes sense to try again with other words; all else is a page of its own. */
    private static final Set<Integer> MENDED_IN_FORM = Set.of(400, 403, 409, 412, 422);

    public String show(MultiValueMap<String, String> typed, HeadwayApi api, Model model) {
        return show(typed, null, api, model);
    }

    private String show(
            MultiValueMap<String, String> typed,
            @Nullable ApiProblem problem,
            HeadwayApi api,
            Model model) {
        form.offerTo(model);
        var asksForPerson =
                form.fields().stream().anyMatch(each -> each.kind() == FormField.Kind.PERSON);
        var people = asksForPerson ? NamedPeople.suggested(api) : List.<String>of();
        model.addAttribute("form", new FilledForm(form, typed, Map.of(), people, problem));
        model.addAttribute("partnership", ApiObject.NOTHING);
        model.addAttribute("action", action);
        model.addAttribute("back", back);
        return "record";
    }

    /** What was typed, as the body of the call. */
    public Map<String, Object> body(MultiValueMap<String, String> typed, HeadwayApi api) {
        var body = FormBody.of(form.fields(), typed);
        NamedPeople.identify(body, form.fields(), api);
        return body;
    }

    /** Of the people that such a body names, those who have no account. */
    public List<Stranger> strangers(
            Map<String, Object> body, MultiValueMap<String, String> typed, HeadwayApi api) {
        return NamedPeople.strangers(body, form.fields(), typed, api);
    }

    /** Sends it and goes back; or shows what was wrong. */
    public String send(
            MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response,
            Object... values) {
        try {
            var body = form.method().equals(HttpMethod.DELETE) ? null : body(typed, api);
            api.send(form.method(), body, null, form.path(), values);
            return "redirect:" + back;
        } catch (ApiProblem problem) {
            return refused(problem, typed, api, model, response);
        }
    }

    /**
     * @throws ApiProblem when other words would not help
     */
    public String refused(
            ApiProblem problem,
            MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        if (!MENDED_IN_FORM.contains(problem.status())) {
            throw problem;
        }
        response.setStatus(422);
        return show(typed, problem, api, model);
    }
}
