package dev.headway.projections.console.layout;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the console begins and ends, and what is said at an address that has no page. */
@Controller
class HomeController {

    private final PageModel pages;

    HomeController(PageModel pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/board";
    }

    @GetMapping("/signed-out")
    String signedOut(
            @RequestParam(required = false) @Nullable String failed,
            Model model,
            HttpServletRequest request) {
        pages.frame(model, request);
        model.addAttribute("failed", failed != null);
        return "signed-out";
    }

    /** Less than any page that is there. */
    @GetMapping({
        "/board/**",
        "/partnerships/**",
        "/partners/**",
        "/ghost-towns/**",
        "/steps/**",
        "/alerts/**",
        "/program/**",
        "/governance/**",
        "/import/**",
        "/people/**",
        "/me/**",
        "/keys/**"
    })
    String nowhere() {
        throw new NoSuchPageException();
    }
}
