package dev.headway.projections.console.board;

import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.ConsolePage;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps what somebody has narrowed the board to, under a name. */
@ConsolePage
class ViewController {

    @PostMapping("/board/views")
    String save(
            @RequestParam String viewName,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam MultiValueMap<String, String> parameters,
            HeadwayApi api,
            RedirectAttributes next) {
        var query = BoardFilters.of(parameters).query();
        var body =
                Map.of(
                        "name",
                        viewName,
                        "list",
                        "partnerships",
                        "query",
                        query.replaceAll("^\\?", ""),
                        "shared",
                        shared);
        api.send(HttpMethod.POST, body, null, "/views");
        next.addFlashAttribute("notice", "The view is saved.");
        return "redirect:/board" + query;
    }
}
