package dev.headway.projections.console.board;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.Attachment;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.LookBacks;
import dev.headway.projections.console.views.SavedViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: a lane for each stage, narrowed to what its address says. */
@ConsolePage
class BoardController {

    private final LookBacks lookBacks;

    BoardController(LookBacks lookBacks) {
        this.lookBacks = lookBacks;
    }

    @GetMapping("/board")
    String board(
            @RequestParam MultiValueMap<String, String> parameters, HeadwayApi api, Model model) {
        var filters = filters(parameters);
        var saved = AtOnce.ask(() -> SavedViews.ask(api, "partnerships", filters.typed()));
        var lanes = lanes(api, filters, model);
        model.addAttribute("filters", filters);
        model.addAttribute("saved", AtOnce.answer(saved));
        model.addAttribute("lanes", lanes);
        model.addAttribute("total", lanes.stream().mapToInt(Lane::total).sum());
        model.addAttribute("everything", lanes.stream().mapToInt(Lane::ofAll).sum());
        model.addAttribute(
                "isEmpty",
                !lanes.isEmpty() && lanes.stream().allMatch(lane -> lane.cards().isEmpty()));
        model.addAttribute("isBehind", api.isBehind(""));
        model.addAttribute("patterns", Pattern.values());
        model.addAttribute("types", PartnerType.values());
        return "board";
    }

    /**
     * None where the question is not valid: what is wrong with it is said beside what was typed.
     */
    private static List<Lane> lanes(HeadwayApi api, BoardFilters filters, Model model) {
        try {
            return new Lanes(api, filters).all();
        } catch (ApiProblem problem) {
            if (problem.status() != HttpStatus.BAD_REQUEST.value()) {
                throw problem;
            }
            model.addAttribute("problem", problem);
            return List.of();
        }
    }

    private BoardFilters filters(MultiValueMap<String, String> parameters) {
        return BoardFilters.of(parameters, lookBacks.of(parameters));
    }

    /** What the board is narrowed to, as a table. */
    @GetMapping("/board/list.csv")
    void list(
            @RequestParam MultiValueMap<String, String> parameters,
            HeadwayApi api,
            HttpServletResponse response) {
        var asked = filters(parameters).unstaged();
        Attachment.LIST.send(api, "/partnerships", asked, "headway-partnerships.csv", response);
    }

    /** More of one lane, as somebody scrolls there. */
    @GetMapping("/board/lanes/{stage}")
    String more(
            @PathVariable Stage stage,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam MultiValueMap<String, String> parameters,
            HeadwayApi api,
            Model model,
            HttpServletRequest request) {
        var filters = filters(parameters);
        model.addAttribute("filters", filters);
        model.addAttribute("lane", new Lanes(api, filters).more(stage, cursor));
        model.addAttribute(
                "frame", Lane.frame(request.getRequestURI() + "?" + request.getQueryString()));
        return "board-lane";
    }
}
