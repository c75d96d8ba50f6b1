package dev.headway.projections.console.board;

import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.LookBacks;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds a partnership from any page, and on the board under its filters: the one that fits is
 * opened, several are shown as a board.
 */
@ConsolePage
class FindController {

    private final LookBacks lookBacks;

    FindController(LookBacks lookBacks) {
        this.lookBacks = lookBacks;
    }

    @GetMapping("/board/find")
    String find(@RequestParam MultiValueMap<String, String> parameters, HeadwayApi api) {
        var filters = BoardFilters.of(parameters, lookBacks.of(parameters));
        var found = filters.one("q").isBlank() ? List.<String>of() : found(filters, api);
        return found.size() == 1
                ? "redirect:/partnerships/" + found.getFirst() + filters.then().query()
                : "redirect:/board" + filters.query();
    }

    /** The ids of those that fit, or of two of them; none where the question is not valid. */
    private static List<String> found(BoardFilters filters, HeadwayApi api) {
        var asked = filters.unstaged();
        asked.put("limit", List.of("2"));
        try {
            var page = api.ask("/partnerships", asked).body();
            var ids = page.each("items").stream().map(each -> each.text("id")).toList();
            // a page of the past may be short of what comes after it
            return page.text("nextCursor").isEmpty() ? ids : List.of();
        } catch (ApiProblem problem) {
            if (problem.status() != HttpStatus.BAD_REQUEST.value()) {
                throw problem;
            }
            return List.of(); // the board says what is wrong with it, beside what was typed
        }
    }
}
