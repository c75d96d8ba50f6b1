package dev.headway.projections.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

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
                    "/partners",
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

    /** What belongs to others: calls, and what is read without a session. */
    private static final List<String> OTHERS =
            List.of(
                    "/api",
                    "/actuator",
                    "/docs",
                    "/openapi.yaml",
                    "/webjars",
                    "/pages",
                    "/calendar",
                    "/oauth2",
                    "/login",
                    "/sign-in",
                    "/sign-out",
                    "/signed-out",
                    "/.well-known",
                    "/error");

    private static final List<String> SIGN_IN = List.of(START, CALLBACK, SIGN_OUT, SIGNED_OUT);

    private ConsolePaths() {}

    /** Whether it is for the console to answer: a page, or whatever else somebody browses. */
    public static boolean includes(HttpServletRequest request) {
        var path = request.getRequestURI();
        return isPage(path) || SIGN_IN.contains(path) || (isBrowsed(request) && mayBePage(path));
    }

    /** Whether somebody may be sent to it after signing in, be it to read that nothing is there. */
    static boolean mayBePage(String path) {
        return isPage(path) || !isAmong(OTHERS, path);
    }

    private static boolean isPage(String path) {
        return path.equals("/") || isAmong(PAGES, path);
    }

    private static boolean isAmong(List<String> places, String path) {
        return places.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }

    /** Whether a person reads what comes back, and no client of the API. */
    private static boolean isBrowsed(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
