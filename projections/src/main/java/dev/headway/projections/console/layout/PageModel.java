package dev.headway.projections.console.layout;

import dev.headway.projections.console.api.HeadwayApi;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** What every page has: who reads it, their clock, and where they are. */
@ControllerAdvice(annotations = ConsolePage.class)
class PageModel {

    static final String READER = "reader";

    private static final String COUNTS = "counts";

    private static final List<String> SCHEMES = List.of("light", "dark");

    private final Assets assets;
    private final Clock clock;

    PageModel(Assets assets, Clock clock) {
        this.assets = assets;
        this.clock = clock;
    }

    @ModelAttribute
    void fill(Model model, HeadwayApi api, HttpServletRequest request) {
        var reader = Reader.of(api.get("/me").body());
        request.setAttribute(READER, reader);
        model.addAttribute(READER, reader);
        frame(model, request);
        model.addAttribute(COUNTS, counts(api, reader, request));
    }

    /**
     * What comes into a page that is there already brings no menu along; a form that was sent is
     * mostly answered with the way to a page, so nothing is asked before there is one.
     */
    private static MenuCounts counts(HeadwayApi api, Reader reader, HttpServletRequest request) {
        if (request.getHeader("Turbo-Frame") != null) {
            return MenuCounts.NONE;
        }
        var counts = MenuCounts.of(api, reader);
        return request.getMethod().equals("GET") ? counts.begun() : counts;
    }

    /** What the frame needs, whoever reads it. */
    void frame(Model model, HttpServletRequest request) {
        var query = request.getQueryString();
        model.addAttribute("assets", assets);
        model.addAttribute("times", new Times(clock.instant(), zone(request)));
        model.addAttribute("words", Words.AS_SPOKEN);
        model.addAttribute("menu", MenuEntry.ALL);
        model.addAttribute(COUNTS, MenuCounts.NONE);
        model.addAttribute("here", request.getRequestURI() + (query == null ? "" : "?" + query));
        model.addAttribute("scheme", scheme(request));
        model.addAttribute("answersForm", request.getMethod().equals("POST"));
    }

    /** As the browser said it; UTC until it has. */
    private static ZoneId zone(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, "headway-zone");
        try {
            return cookie == null
                    ? ZoneOffset.UTC
                    : ZoneId.of(cookie.getValue().replace("%2F", "/"));
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }

    /** Light or dark as they chose; empty for what their system says. */
    private static String scheme(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, "headway-scheme");
        return cookie != null && SCHEMES.contains(cookie.getValue()) ? cookie.getValue() : "";
    }
}
