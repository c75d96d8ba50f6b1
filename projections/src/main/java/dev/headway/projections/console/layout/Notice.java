package dev.headway.projections.console.layout;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is said once, on the page that comes next. What somebody is called is set apart from the
 * words around it, since a name may be written from right to left.
 */
public final class Notice {

    private static final String NAME = "{name}";

    private Notice() {}

    /**
     * @param sentence in which {@code {name}} stands for the name
     */
    public static void say(RedirectAttributes next, String sentence, String name) {
        next.addFlashAttribute("notice", before(sentence));
        next.addFlashAttribute("noticeName", name);
        next.addFlashAttribute("noticeRest", after(sentence));
    }

    /** What stands before the name. */
    public static String before(String sentence) {
        return sentence.substring(0, sentence.indexOf(NAME));
    }

    /** What stands after the name. */
    public static String after(String sentence) {
        return sentence.substring(sentence.indexOf(NAME) + NAME.length());
    }
}
