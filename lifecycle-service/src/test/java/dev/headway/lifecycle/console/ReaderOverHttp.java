package dev.headway.lifecycle.console;

import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/** Somebody at a browser without scripts, who follows where they are sent. */
final class ReaderOverHttp {

    private static final String START = "/oauth2/authorization/console?to=/board";

    private ReaderOverHttp() {}

    static Browser signedIn(RunningHeadway headway, String email) {
        var browser = new Browser(headway.uri());
        signIn(browser, START, email);
        return browser;
    }

    /** Follows the way of a sign-in; answers what its end answered. */
    static HttpResponse<String> signIn(Browser browser, String start, String email) {
        var authorize = location(browser.open(start)).toString();
        var form = location(browser.open(authorize)).toString();
        var typed = Map.of("email", email, "password", SignedInPeople.PASSWORD);
        var back = location(browser.submit(form, typed)).toString();
        return browser.open(location(browser.open(back)).toString());
    }

    static URI location(HttpResponse<String> answer) {
        return URI.create(header(answer, "Location"));
    }

    static String header(HttpResponse<String> answer, String name) {
        return String.join("\n", answer.headers().allValues(name));
    }
}
