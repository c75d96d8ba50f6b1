package dev.headway.projections.console.board;

import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import dev.headway.projections.console.layout.QueryText;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a partnership from any page: the one that fits is opened, several are shown as a board. */
@ConsolePage
class FindController {

    @GetMapping("/board/find")
    String find(@RequestParam(defaultValue = "") String q, HeadwayApi api) {
        var asked = Map.of("q", List.of(q));
        if (!q.isBlank()) {
            var two = Map.of("q", List.of(q), "limit", List.of("2"));
            var found = api.ask("/partnerships", two).body().each("items");
            if (found.size() == 1) {
                return "redirect:/partnerships/" + found.getFirst().text("id");
            }
        }
        return "redirect:/board?" + QueryText.of(asked);
    }
}
