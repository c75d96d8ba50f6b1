package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.AccountsOverHttp;
import dev.headway.lifecycle.accounts.Browser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** People with accounts of the service's own, who sign in as people do. */
final class SignedInPeople {

    static final String PASSWORD = "eleven herons over the canal";

    private final RunningHeadway headway;
    private final Map<String, String> mails = new ConcurrentHashMap<>();
    private final Map<String, List<Cookie>> cookies = new ConcurrentHashMap<>();

    SignedInPeople(RunningHeadway headway) {
        this.headway = headway;
        new AccountsOverHttp(headway).becomeFirst("Mia Holm", "mia@headway.example", PASSWORD);
    }

    /** Invites somebody with these roles, unless they are here; answers their mail address. */
    String invite(String name, Role... roles) {
        return mails.computeIfAbsent(name, _ -> invited(name, roles));
    }

    private String invited(String name, Role... roles) {
        var email = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@headway.example";
        var invited =
                headway.as(Role.ADMIN)
                        .post(
                                "/api/v1/people",
                                """
                                {"name": "%s", "email": "%s", "roles": [%s]}
                                """
                                        .formatted(
                                                name,
                                                email,
                                                Arrays.stream(roles)
                                                        .map(role -> "\"" + role + "\"")
                                                        .collect(Collectors.joining(", "))));
        new Browser(headway.uri())
                .use(invited.json().at("/link").asString(), Map.of("password", PASSWORD));
        return email;
    }

    /** Opens a page, is asked to sign in, does, and is where they wanted to go. */
    Page signIn(BrowserContext browser, String email, String path) {
        var page = browser.newPage();
        page.navigate(path);
        typeCredentials(page, email);
        assertThat(page).hasURL(headway.uri() + path);
        return page;
    }

    static void typeCredentials(Page page, String email) {
        page.getByLabel("Mail address").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByText("Sign in").last().click();
    }

    /** A browser at which they signed in before. */
    BrowserContext at(Chromium chromium, String email) {
        return at(chromium, email, 1280, ColorScheme.LIGHT, true);
    }

    BrowserContext at(
            Chromium chromium, String email, int width, ColorScheme scheme, boolean scripts) {
        var service = headway.uri().toString();
        var known =
                cookies.computeIfAbsent(
                        email,
                        _ -> {
                            try (var first = chromium.somebody(service)) {
                                signIn(first, email, "/me");
                                return first.cookies();
                            }
                        });
        var browser = chromium.somebody(service, width, scheme, scripts);
        browser.addCookies(known);
        return browser;
    }
}
