package dev.headway.projections.console.signin;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes on after something else came between: a page of the console, or the board.
 */
public final class ReturnPath {

    private static final String HOME = "/board";
    private static final int MAX_LENGTH = 2_000;

    private ReturnPath() {}

    /** The page, if it is one of this console; whatever else was asked for becomes the board. */
    public static String of(@Nullable String asked) {
        return of(asked, HOME);
    }

    /** The page, if it is one of this console; or else another one. */
    public static String of(@Nullable String asked, String otherwise) {
        return asked != null && isOurs(asked) ? asked : otherwise;
    }

    private static boolean isOurs(String asked) {
        if (asked.length() > MAX_LENGTH || !asked.startsWith("/") || asked.startsWith("//")) {
            return false;
        }
        try {
            var uri = new URI(asked);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && uri.normalize().getRawPath().equals(uri.getRawPath())
                    && !uri.getRawPath().equals("/")
                    && ConsolePaths.mayBePage(uri.getRawPath());
        } catch (URISyntaxException _) {
            return false; // with a backslash, a line break or the like
        }
    }
}
