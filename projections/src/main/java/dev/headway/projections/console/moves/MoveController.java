package dev.headway.projections.console.moves;

import dev.headway.contracts.Stage;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.NoSuchPageException;
import dev.headway.projections.console.layout.Words;
import dev.headway.projections.console.signin.ReturnPath;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asks the gate before a move, and makes the move when somebody confirms it: a slip of the mouse is
 * on no record.
 */
@ConsolePage
@RequestMapping("/partnerships/{id}/move")
class MoveController {

    private static final Set<Integer> SAID_IN_PANEL = Set.of(400, 409, 412, 422);
    private static final List<String> BODY = List.of("reason", "reasonCode", "effectiveAt");

    @GetMapping
    String panel(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HeadwayApi api,
            Model model) {
        return show(id, typed, null, api, model);
    }

    @PostMapping
    String move(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            HeadwayApi api,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var to = Move.stage(typed.getOrDefault("to", "")).orElseThrow(NoSuchPageException::new);
        var body = new LinkedHashMap<String, String>(Map.of("to", to.name()));
        for (var name : BODY) {
            var value = typed.getOrDefault(name, "");
            if (!value.isBlank()) {
                body.put(name, value);
            }
        }
        try {
            api.send(
                    HttpMethod.POST,
                    body,
                    typed.getOrDefault("version", ""),
                    "/partnerships/{id}/transitions",
                    id);
        } catch (ApiProblem problem) {
            if (!SAID_IN_PANEL.contains(problem.status())) {
                throw problem;
            }
            response.setStatus(422);
            return show(id, typed, problem, api, model);
        }
        next.addFlashAttribute("notice", "Moved to %s.".formatted(Words.say(to.name())));
        return "redirect:" + back(typed, id);
    }

    private static String show(
            UUID id,
            Map<String, String> typed,
            @Nullable ApiProblem refusal,
            HeadwayApi api,
            Model model) {
        var known = api.get("/partnerships/{id}", id);
        var from = Move.stage(known.body().text("stage")).orElse(Stage.PROSPECT);
        var to = Move.stage(typed.getOrDefault("to", "")).orElse(Move.from(from).getFirst());
        var move = new Move(from, to);
        var gate =
                move.isLegal() && !move.isBack()
                        ? api.get("/partnerships/{id}/gate?to={to}", id, to).body()
                        : ApiObject.NOTHING;
        model.addAttribute(
                "panel", new MovePanel(known.body(), move, known.version(), gate, refusal));
        model.addAttribute("targets", Move.from(from));
        model.addAttribute("typed", typed);
        model.addAttribute("back", back(typed, id));
        return "move";
    }

    private static String back(Map<String, String> typed, UUID id) {
        return ReturnPath.of(typed.get("back"), "/partnerships/" + id);
    }
}
