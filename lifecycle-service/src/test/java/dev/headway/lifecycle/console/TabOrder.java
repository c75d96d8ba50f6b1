package dev.headway.lifecycle.console;

import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Goes through a page by the tabulator key, as whoever has no mouse. */
final class TabOrder {

    /** More than any page has; a date alone takes four. */
    private static final int ENOUGH = 600;

    /** What can be used is numbered; a part of a page that is closed or hidden cannot be. */
    private static final String NUMBERED =
            """
            () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
              .filter((each) => !each.disabled && each.checkVisibility({ visibilityProperty: true }) && !each.closest("dialog"))
              .map((each, at) => { each.dataset.stop = at; return `${at} ${each.outerHTML.slice(0, 120)}` })
            """;

    /** Where the focus is, and whether anybody could see it. */
    private static final String HERE =
            """
            () => {
              const here = document.activeElement
              const ring = getComputedStyle(here)
              const seen = ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2
              return here === document.body ? "" : `${here.dataset.stop} ${seen ? "seen" : "unseen"}`
            }
            """;

    private final Page page;

    TabOrder(Page page) {
        this.page = page;
    }

    /** What can be used and is not come by, or not shown to have the focus. */
    @SuppressWarnings("unchecked")
    Set<String> unreachable() {
        var all = (List<String>) page.evaluate(NUMBERED);
        var left = new LinkedHashSet<>(all);
        for (int i = 0; i < ENOUGH && !left.isEmpty(); i++) {
            page.keyboard().press("Tab");
            var here = String.valueOf(page.evaluate(HERE));
            if (here.endsWith(" seen")) {
                left.removeIf(each -> each.startsWith(here.replace("seen", "")));
            }
        }
        return left;
    }
}
