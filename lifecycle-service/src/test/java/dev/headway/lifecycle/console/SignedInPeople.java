package dev.headway.lifecycle.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.AccountsOverHttp;
import dev.headway.lifecycle.accounts.Browser;
import java.util.Locale;
import java.util.Map;

/** People with accounts of the service's own, who sign in as people do. */
final class SignedInPeople {

    static final String PASSWORD = "eleven herons over the canal";

    private final RunningHeadway headway;

    SignedInPeople(RunningHeadway headway) {
        this.headway = headway;
        new AccountsOverHttp(headway).becomeFirst("Mia Holm", "mia@headway.example", PASSWORD);
    }

    /** Invites somebody with one role; answers their mail address. */
    String invite(String name, Role role) {
        var email = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@headway.example";
        var invited =
                headway.as(Role.ADMIN)
                        .post(
                                "/api/v1/people",
                                """
                                {"name": "%s", "email": "%s", "roles": ["%s"]}
                                """
                                        .formatted(name, email, role));
        new Browser(headway.uri())
                .use(invited.json().at("/link").asString(), Map.of("password", PASSWORD));
        return email;
    }

    /** Opens a page, is asked to sign in, does, and is where they wanted to go. */
    Page signIn(BrowserContext browser, String email, String path) {
        var page = browser.newPage();
        page.navigate(path);
        page.getByLabel("Mail address").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByText("Sign in").last().click();
        assertThat(page).hasURL(headway.uri() + path);
        return page;
    }
}
