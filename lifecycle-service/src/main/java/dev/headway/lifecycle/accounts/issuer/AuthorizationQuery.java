package dev.headway.lifecycle.accounts.issuer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What an application asks the authorization endpoint for (RFC 6749, 4.1.1, with PKCE, RFC 7636).
 *
 * @param error why it gets none, as OAuth names it; null when it may have one
 */
record AuthorizationQuery(
        String client,
        String redirectUri,
        @Nullable String state,
        Set<String> scopes,
        String codeChallenge,
        @Nullable String nonce,
        String prompt,
        @Nullable String error) {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int MAX_LENGTH = 2_000;

    /** Of what it is not known who asks, and so not where an error could be told. */
    static Optional<AuthorizationQuery> of(
            MultiValueMap<String, String> parameters, Applications applications) {
        var query =
                new AuthorizationQuery(
                        one(parameters, "client_id"),
                        one(parameters, "redirect_uri"),
                        parameters.getFirst("state"),
                        scopes(one(parameters, "scope")),
                        one(parameters, "code_challenge"),
                        parameters.getFirst("nonce"),
                        one(parameters, "prompt"),
                        null);
        return applications.mayReceive(query.client, query.redirectUri)
                        && isOnce(parameters, "client_id", "redirect_uri")
                ? Optional.of(query.with(error(query, parameters)))
                : Optional.empty();
    }

    private static @Nullable String error(
            AuthorizationQuery query, MultiValueMap<String, String> parameters) {
        if (parameters.values().stream().anyMatch(AuthorizationQuery::isOdd)) {
            return "invalid_request";
        }
        if (!one(parameters, "response_type").equals("code")) {
            return "unsupported_response_type";
        }
        if (!one(parameters, "code_challenge_method").equals("S256")
                || !CHALLENGE.matcher(query.codeChallenge).matches()) {
            return "invalid_request";
        }
        return Applications.SCOPES.containsAll(query.scopes) ? null : "invalid_scope";
    }

    private static boolean isOdd(List<String> values) {
        return values.size() != 1 || values.getFirst().length() > MAX_LENGTH;
    }

    private static boolean isOnce(MultiValueMap<String, String> parameters, String... names) {
        return List.of(names).stream()
                .allMatch(name -> parameters.getOrDefault(name, List.of()).size() == 1);
    }

    private static Set<String> scopes(String given) {
        return Arrays.stream(given.split(" "))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first value; empty when there is none. */
    private static String one(MultiValueMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name)).orElse("");
    }

    private AuthorizationQuery with(@Nullable String error) {
        return new AuthorizationQuery(
                client, redirectUri, state, scopes, codeChallenge, nonce, prompt, error);
    }

    /** Whether a session that was there before is enough. */
    boolean takesSession() {
        return !Applications.asksEachTime(client) && !prompt.equals("login");
    }
}
