package dev.headway.projections.personal;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Names as whoever asks writes and reads them, and as they are sealed: for questions that compare,
 * search or sort by them, and for answers that are not JSON. Outside of a request nothing is
 * opened.
 */
public final class AnsweredText {

    private static final String TEXTS = "headway.personal-texts";

    private AnsweredText() {}

    static void answerWith(ServletRequest request, PersonalText texts) {
        request.setAttribute(TEXTS, texts);
    }

    /** What is sealed in a text, opened. */
    public static String open(String text) {
        var texts = texts();
        return texts == null ? text : texts.open(text);
    }

    /** What somebody who is a name only is asked for by. */
    public static String known(String name) {
        var texts = texts();
        return texts == null ? name : texts.known(name);
    }

    private static @Nullable PersonalText texts() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                        && now.getRequest().getAttribute(TEXTS) instanceof PersonalText texts
                ? texts
                : null;
    }
}
