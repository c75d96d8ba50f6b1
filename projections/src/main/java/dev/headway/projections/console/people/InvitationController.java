package dev.headway.projections.console.people;

import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
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

    @GetMapping("/people/{id}/{what:reset|mail-address}")
    String form(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model) {
        model.addAttribute("whole", true);
        var begun = new LinkedMultiValueMap<>(typed);
        begun.addIfAbsent("email", Directory.email(id, api));
        return anew(id, what, api).show(begun, api, model);
    }

    /** Another link, in the place of the one before. */
    @PostMapping("/people/{id}/{what:reset|mail-address}")
    String anew(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("whole", true);
        var page = anew(id, what, api);
        try {
            var body = page.form().fields().isEmpty() ? null : page.body(typed, api);
            var given = api.send(HttpMethod.POST, body, null, page.form().path(), id).body();
            return shown(given.text("link"), page.form().whom(), model);
        } catch (ApiProblem problem) {
            return page.refused(problem, typed, api, model, response);
        }
    }

    private static FormPage anew(UUID id, String what, HeadwayApi api) {
        var form = what.equals("reset") ? AccountForms.RESET : AccountForms.MAIL_ADDRESS;
        return new FormPage(
                form.about(Directory.name(id, api)), "/people/" + id + "/" + what, "/people");
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
