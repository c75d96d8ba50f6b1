package dev.headway.projections.console.program;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.figures.LeverageFigures;
import dev.headway.projections.console.figures.PortfolioFigures;
import dev.headway.projections.console.layout.ConsolePage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program: its figures, its policy, and what another policy would change, before it is saved.
 */
@ConsolePage
class ProgramPageController {

    @GetMapping("/program")
    String program(HeadwayApi api, Model model) {
        var known = api.get("/program");
        return show(known.body(), known.version(), api, model);
    }

    /** Changes nothing: tells what would change. */
    @PostMapping("/program/preview")
    String preview(
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            HttpServletResponse response) {
        var body = body(typed, api);
        response.setStatus(
                422); // Turbo shows the answer to a form only if it is none that went well
        try {
            var preview = api.send(HttpMethod.POST, body, null, "/program/preview").body();
            model.addAttribute("preview", changedFirst(preview.each("items")));
            model.addAttribute("pilotsOver", preview.each("pilots"));
            model.addAttribute("askedOf", preview.each("criteria"));
            model.addAttribute(
                    "differences",
                    ProgramDifferences.between(api.get("/program").body(), asShown(body)));
        } catch (ApiProblem problem) {
            model.addAttribute("problem", problem);
        }
        return show(asShown(body), version(typed), api, model);
    }

    @PostMapping("/program")
    String save(
            @RequestParam MultiValueMap<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var body = body(typed, api);
        try {
            api.send(HttpMethod.PUT, body, version(typed), "/program");
        } catch (ApiProblem problem) {
            response.setStatus(422);
            model.addAttribute("problem", problem);
            return show(asShown(body), version(typed), api, model);
        }
        next.addFlashAttribute("notice", "The program is changed.");
        return "redirect:/program";
    }

    /** Rules for which something would change come first. */
    private static List<ApiObject> changedFirst(List<ApiObject> rules) {
        return rules.stream()
                .sorted(
                        Comparator.comparingInt(
                                rule -> -rule.count("wouldRaise") - rule.count("wouldResolve")))
                .toList();
    }

    private static Map<String, Object> body(MultiValueMap<String, String> typed, HeadwayApi api) {
        var rules =
                api.get("/rules").body().each("items").stream()
                        .map(each -> each.text("rule"))
                        .toList();
        return TypedProgram.body(typed, rules);
    }

    private static ApiObject asShown(Map<String, Object> body) {
        return new ApiObject(JsonMapper.shared().valueToTree(body));
    }

    private static String version(MultiValueMap<String, String> typed) {
        return typed.getOrDefault("version", List.of("")).getFirst();
    }

    private static String show(ApiObject program, String version, HeadwayApi api, Model model) {
        var figures = AtOnce.ask(() -> api.get("/portfolio").body());
        var leverage = AtOnce.ask(() -> api.get("/portfolio/leverage").body());
        model.addAttribute("rules", api.get("/rules").body().each("items"));
        model.addAttribute("program", program);
        model.addAttribute("version", version);
        var portfolio = AtOnce.answer(figures);
        model.addAttribute(
                "figures",
                Stream.of(
                                PortfolioFigures.of(portfolio),
                                LeverageFigures.of(AtOnce.answer(leverage)))
                        .flatMap(List::stream)
                        .toList());
        model.addAttribute("exceptions", portfolio.at("exceptions"));
        model.addAttribute("announcements", portfolio.at("announcements"));
        model.addAttribute("isBehind", api.isBehind(""));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("patterns", Pattern.values());
        model.addAttribute("criteria", Criteria.OF_TEMPLATES);
        model.addAttribute("always", Criteria.ALL);
        model.addAttribute("playbooks", TypedPlaybooks.lines(program));
        model.addAttribute("followed", FollowedPlaybooks.said(portfolio.at("playbooks")));
        model.addAttribute("writers", List.of("MANAGER", "APPROVER"));
        var pilots = program.at("limits").at("pilots");
        TypedProgram.LIMITED.forEach(
                per -> model.addAttribute(per, TypedProgram.lines(pilots.at(per))));
        return "program";
    }
}
