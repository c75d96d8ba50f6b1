package dev.headway.projections.console.board;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.Attachment;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.views.SavedViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: a lane for each stage, narrowed to what its address says. */
@ConsolePage
class BoardController {

    @GetMapping("/board")
    String board(
            @RequestParam MultiValueMap<String, String> parameters, HeadwayApi api, Model model) {
        var filters = BoardFilters.of(parameters);
        var saved = AtOnce.ask(() -> SavedViews.ask(api, "partnerships", filters.values()));
        var lanes = new Lanes(api, filters).all();
        model.addAttribute("filters", filters);
        model.addAttribute("saved", AtOnce.answer(saved));
        model.addAttribute("lanes", lanes);
        model.addAttribute("total", lanes.stream().mapToInt(Lane::total).sum());
        model.addAttribute("everything", lanes.stream().mapToInt(Lane::ofAll).sum());
        model.addAttribute("isEmpty", lanes.stream().allMatch(lane -> lane.cards().isEmpty()));
        model.addAttribute("isBehind", api.isBehind(""));
        model.addAttribute("patterns", Pattern.values());
        model.addAttribute("types", PartnerType.values());
        return "board";
    }

    /** What the board is narrowed to, as a table. */
    @GetMapping("/board/list.csv")
    void list(
            @RequestParam MultiValueMap<String, String> parameters,
            HeadwayApi api,
            HttpServletResponse response) {
        var asked = BoardFilters.of(parameters).unstaged();
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
        var filters = BoardFilters.of(parameters);
        model.addAttribute("filters", filters);
        model.addAttribute("lane", new Lanes(api, filters).more(stage, cursor));
        model.addAttribute(
                "frame", Lane.frame(request.getRequestURI() + "?" + request.getQueryString()));
        return "board-lane";
    }
}
