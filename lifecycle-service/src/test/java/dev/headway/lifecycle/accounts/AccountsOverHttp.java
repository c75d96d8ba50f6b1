package dev.headway.lifecycle.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.home.SecretGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people and applications do about accounts, over HTTP. */
public final class AccountsOverHttp {

    public static final String NATIVE = "headway-cli";
    public static final String LOOPBACK = "http://127.0.0.1:49152/callback";
    private static final String VERIFIER =
            new SecretGenerator(new SecureRandom()).generate().value();

    private final RunningHeadway headway;

    public AccountsOverHttp(RunningHeadway headway) {
        this.headway = headway;
    }

    /** Tokens as an application got them. */
    public record Tokens(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String access() {
            return json().at("/access_token").asString();
        }

        public String refresh() {
            return json().at("/refresh_token").asString();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }
    }

    /** What {@code ./headway open} prints. */
    public String open() {
        var home = headway.bean(Environment.class).getRequiredProperty("headway.home");
        try {
            var secret = Files.readString(Path.of(home, "accounts", "open.secret")).strip();
            var basic = Base64.getEncoder().encodeToString(("open:" + secret).getBytes(UTF_8));
            return headway.asNobody()
                    .withoutContract()
                    .post("/sign-in/first/links", "", "Authorization", "Basic " + basic)
                    .text()
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first administrator of this Headway. */
    public void becomeFirst(String name, String email, String password) {
        var typed = Map.of("name", name, "email", email, "password", password);
        assertThat(new Browser(headway.uri()).use(open(), typed).statusCode()).isEqualTo(200);
    }

    public String origin() {
        return headway.uri().toString();
    }

    /** What an application sends a browser to. */
    public String authorization(String client, String redirectUri, String... more) {
        var query = new HashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", client);
        query.put("redirect_uri", redirectUri);
        query.put("scope", "openid profile email");
        query.put("state", "s1");
        query.put("code_challenge", challenge(VERIFIER));
        query.put("code_challenge_method", "S256");
        for (int i = 0; i < more.length; i += 2) {
            query.put(more[i], more[i + 1]);
        }
        return "/oauth2/authorize?"
                + query.entrySet().stream()
                        .map(each -> each.getKey() + "=" + UriUtils.encode(each.getValue(), UTF_8))
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    /** Signs in where an application asks for it; answers where the browser is sent to at last. */
    public URI signIn(Browser browser, String authorization, String email, String password) {
        var page = browser.open(authorization).headers().firstValue("Location").orElseThrow();
        var back = browser.submit(page, Map.of("email", email, "password", password));
        assertThat(back.statusCode()).as(back.body()).isEqualTo(303);
        return location(browser.open(back.headers().firstValue("Location").orElseThrow()));
    }

    public Tokens tokens(String email, String password) {
        var browser = new Browser(headway.uri());
        var end = signIn(browser, authorization(NATIVE, LOOPBACK), email, password);
        return exchange(NATIVE, LOOPBACK, parameter(end, "code"));
    }

    public Tokens exchange(String client, String redirectUri, String code) {
        return token(
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", client,
                        "redirect_uri", redirectUri,
                        "code", code,
                        "code_verifier", VERIFIER));
    }

    public Tokens refresh(String refreshToken) {
        return token(
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", NATIVE,
                        "refresh_token", refreshToken));
    }

    public Tokens token(Map<String, String> form) {
        return new Tokens(new Browser(headway.uri()).post("/oauth2/token", form));
    }

    public static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElse("nowhere"));
    }

    /** Empty where it is not there. */
    public static String parameter(URI uri, String name) {
        return Arrays.stream(String.valueOf(uri.getRawQuery()).split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
