package dev.headway.projections.console.people;

import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.Notice;
import dev.headway.projections.console.layout.Reader;
import dev.headway.projections.console.signin.ReaderTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who there is, and what an administrator does about them. */
@ConsolePage
class PeopleController {

    private final ReaderTokens tokens;

    PeopleController(ReaderTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/people")
    String people(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String cursor,
            HeadwayApi api,
            Model model) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        if (!q.isBlank()) {
            asked.put("q", List.of(q));
        }
        if (!cursor.isBlank()) {
            asked.put("cursor", List.of(cursor));
        }
        var page = api.ask("/people", asked).body();
        model.addAttribute("people", page.each("items"));
        model.addAttribute("owners", page.texts("owners"));
        model.addAttribute("nextCursor", page.text("nextCursor"));
        model.addAttribute("q", q);
        return "people";
    }

    @GetMapping("/people/{id}/{what:roles|disabling|enabling}")
    String form(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        return page(id, what, Directory.name(id, api)).show(typed, api, model);
    }

    @PostMapping("/people/{id}/{what:roles|disabling|enabling}")
    String change(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var name = Directory.name(id, api);
        var answer = page(id, what, name).send(typed, api, model, response, id);
        if (!answer.startsWith("redirect:")) {
            return answer;
        }
        var roles = typed.get("roles");
        if (what.equals("roles") && Reader.of(model).id().equals(id.toString())) {
            next.addFlashAttribute("notice", AccountNotices.ofOwn(roles, tokens.renew(request)));
        } else {
            Notice.say(next, AccountNotices.of(what, roles), name);
        }
        return answer;
    }

    private static FormPage page(UUID id, String what, String name) {
        var form = AccountForms.named(what).about(name);
        return new FormPage(form, "/people/" + id + "/" + what, "/people");
    }
}
