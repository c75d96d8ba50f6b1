package dev.headway.projections.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The addresses of the console; only these have sessions. */
public final class ConsolePaths {

    static final String ASSETS = "/console/assets/**";
    static final String START = "/oauth2/authorization/console";
    static final String CALLBACK = "/login/oauth2/code/console";
    static final String SIGN_OUT = "/sign-out";
    static final String SIGNED_OUT = "/signed-out";

    /** Where a page is, or everything below. */
    private static final List<String> PAGES =
            List.of(
                    "/board",
                    "/partnerships",
                    "/alerts",
                    "/ghost-towns",
                    "/steps",
                    "/import",
                    "/people",
                    "/me",
                    "/program",
                    "/governance",
                    "/keys",
                    "/console");

    private static final List<String> SIGN_IN = List.of(START, CALLBACK, SIGN_OUT, SIGNED_OUT);

    private ConsolePaths() {}

    static boolean includes(HttpServletRequest request) {
        var path = request.getRequestURI();
        return isPage(path) || SIGN_IN.contains(path);
    }

    /** Whether somebody may be sent to it after signing in. */
    static boolean isPage(String path) {
        return path.equals("/")
                || PAGES.stream()
                        .anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }
}
