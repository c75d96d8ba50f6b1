package dev.headway.projections.console.people;

import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.facts.FormPage;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.Words;
import dev.headway.projections.console.views.SavedViews;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is one's own: tokens for scripts, views, and the password. */
@ConsolePage
class OwnPageController {

    private static final FormPage TOKEN = new FormPage(AccountForms.TOKEN, "/me/tokens/new", "/me");

    @GetMapping("/me")
    String me(HeadwayApi api, Model model) {
        var views = AtOnce.ask(() -> SavedViews.all(api));
        var links = AtOnce.ask(() -> api.get("/calendar-links").body());
        var me = AtOnce.ask(() -> api.get("/me").body());
        model.addAttribute("tokens", api.get("/tokens").body().each("items"));
        model.addAttribute("views", AtOnce.answer(views));
        model.addAttribute("calendars", AtOnce.answer(links).each("items"));
        model.addAttribute("me", AtOnce.answer(me));
        return "me";
    }

    @GetMapping("/me/tokens/new")
    String form(@RequestParam MultiValueMap<String, String> typed, HeadwayApi api, Model model) {
        model.addAttribute("whole", true);
        return TOKEN.show(typed, api, model);
    }

    @PostMapping("/me/tokens/new")
    String make(
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("whole", true);
        try {
            var made = api.send(HttpMethod.POST, TOKEN.body(typed, api), null, "/tokens").body();
            model.addAttribute("title", "A token for a script");
            model.addAttribute("says", "It is shown here only. Whoever has it may do what it may.");
            model.addAttribute("secret", made.text("token"));
            model.addAttribute("back", "/me");
            return "shown-once";
        } catch (ApiProblem problem) {
            return TOKEN.refused(problem, typed, api, model, response);
        }
    }

    @PostMapping("/me/tokens/{id}/revocation")
    String revoke(@PathVariable UUID id, HeadwayApi api, RedirectAttributes next) {
        api.send(HttpMethod.DELETE, null, null, "/tokens/{id}", id);
        next.addFlashAttribute("notice", "Revoked.");
        return "redirect:/me";
    }

    @PostMapping("/me/password")
    String password(
            @RequestParam String current,
            @RequestParam String password,
            HeadwayApi api,
            RedirectAttributes next) {
        try {
            api.send(
                    HttpMethod.POST,
                    Map.of("current", current, "password", password),
                    null,
                    "/me/password");
            next.addFlashAttribute("notice", "The password is changed.");
        } catch (ApiProblem problem) {
            var said =
                    problem.errors().stream()
                            .map(error -> Words.fault(error.text("pointer"), error.text("message")))
                            .findFirst()
                            .orElse(problem.detail());
            next.addFlashAttribute("notice", "Not changed: " + said);
        }
        return "redirect:/me";
    }

    @PostMapping("/me/sign-out-everywhere")
    String signOutEverywhere(HeadwayApi api) {
        api.send(HttpMethod.POST, null, null, "/me/sign-out");
        return "redirect:/signed-out";
    }
}
