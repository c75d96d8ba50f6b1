package dev.headway.projections.console.people;

import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One-time links, each shown once, on the page that answers the form: it is kept in no session and
 * in no address.
 */
@ConsolePage
class InvitationController {

    private static final FormPage INVITATION =
            new FormPage(AccountForms.INVITATION, "/people/new", "/people");

    @GetMapping("/people/new")
    String form(@RequestParam MultiValueMap<String, String> typed, HeadwayApi api, Model model) {
        model.addAttribute("whole", true);
        return INVITATION.show(typed, api, model);
    }

    @PostMapping("/people/new")
    String invite(
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("whole", true);
        try {
            var body = INVITATION.body(typed, api);
            var link = api.send(HttpMethod.POST, body, null, "/people").body().text("link");
            return shown(link, String.valueOf(body.get("name")), model);
        } catch (ApiProblem problem) {
            return INVITATION.refused(problem, typed, api, model, response);
        }
    }

    @GetMapping("/people/{id}/reset")
    String resetForm(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        model.addAttribute("whole", true);
        return reset(id, api).show(typed, api, model);
    }

    @PostMapping("/people/{id}/reset")
    String reset(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("whole", true);
        try {
            var given = api.send(HttpMethod.POST, null, null, "/people/{id}/reset", id).body();
            return shown(given.text("link"), Directory.name(id, api), model);
        } catch (ApiProblem problem) {
            return reset(id, api).refused(problem, typed, api, model, response);
        }
    }

    private static FormPage reset(UUID id, HeadwayApi api) {
        var form = AccountForms.RESET.about(Directory.name(id, api));
        return new FormPage(form, "/people/" + id + "/reset", "/people");
    }

    private static String shown(String link, String whose, Model model) {
        model.addAttribute("title", "A link to hand on");
        model.addAttribute("says", "Whoever opens it chooses the password of ");
        model.addAttribute("whose", whose);
        model.addAttribute(
                "saysMore", " with it. It is good once, for three days, and is shown here only.");
        model.addAttribute("secret", link);
        model.addAttribute("back", "/people");
        return "shown-once";
    }
}
