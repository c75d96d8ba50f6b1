package dev.headway.lifecycle.identity;

import static java.util.function.UnaryOperator.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/**
 * Every operation that the document names, against every kind of caller: those whom nobody should
 * believe, those in a role that it does not allow, and those in a role that it does.
 */
class AuthorizationMatrixTest {

    private static final String NOTHING = "5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11";

    static final RunningHeadway headway = RunningHeadway.start();
    static final Caller partner = aPerson();
    static final Map<String, String> wrongTokens = new LinkedHashMap<>();

    /** Right ones but for that, as the last of them proves. */
    @BeforeAll
    static void tokens_with_one_wrong_detail() throws JOSEException {
        var key = headway.bean(IssuerSecrets.class).signingKey();
        var issuer = headway.bean(Environment.class).getRequiredProperty("headway.identity.issuer");
        var mint = new TokenMint(key, issuer);
        var stranger = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        wrongTokens.put("garbage", "garbage");
        wrongTokens.put(
                "expired",
                mint.token(token -> token.expirationTime(TokenMint.in(Duration.ofHours(-1)))));
        wrongTokens.put(
                "not valid yet",
                mint.token(token -> token.notBeforeTime(TokenMint.in(Duration.ofHours(1)))));
        wrongTokens.put("wrong issuer", mint.token(token -> token.issuer("http://elsewhere")));
        wrongTokens.put("wrong audience", mint.token(token -> token.audience("elsewhere")));
        wrongTokens.put("alg none", mint.unsigned());
        wrongTokens.put("a stranger's", new TokenMint(stranger, issuer).token(identity()));

        var right = "Bearer " + mint.token(identity());
        assertThat(headway.asNobody().get("/api/v1/program", "Authorization", right).status())
                .as("with nothing wrong")
                .isEqualTo(200);
    }

    private static Caller aPerson() {
        var path =
                PartnershipOverHttp.registered(headway.as(Role.MANAGER), Clock.systemUTC(), "Tern")
                        .path();
        return new PeopleOfPartners(headway).ofPartnershipsPartner(path, "Ines Duarte").caller();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @TestFactory
    Stream<DynamicTest> who_may_call_what() {
        return OpenApiContract.ofHeadway().operations().stream()
                .flatMap(operation -> row(operation).stream());
    }

    private static List<DynamicTest> row(Operation operation) {
        var row = new ArrayList<DynamicTest>();
        var allowed = roles(operation);
        row.add(
                dynamicTest(
                        operation + " names its roles", () -> assertThat(allowed).isNotEmpty()));
        row.add(dynamicTest(operation + " without a token", () -> notBelieved(operation)));
        wrongTokens.forEach(
                (wrong, token) ->
                        row.add(
                                dynamicTest(
                                        operation + " with a token: " + wrong,
                                        () ->
                                                notBelieved(
                                                        operation,
                                                        "Authorization",
                                                        "Bearer " + token))));
        for (var role : Role.values()) {
            row.add(
                    allowed.contains(role)
                            ? dynamicTest(operation + " by " + role, () -> may(operation, role))
                            : dynamicTest(
                                    operation + " not by " + role, () -> mayNot(operation, role)));
        }
        return row;
    }

    private static void notBelieved(Operation operation, String... token) {
        var answer = call(headway.asNobody(), operation, token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private static void may(Operation operation, Role role) {
        assertThat(call(as(role), operation).status()).isNotIn(401, 403);
    }

    /** To people of partners nothing is there that is named by an id. */
    private static void mayNot(Operation operation, Role role) {
        var isHidden = role == Role.PARTNER && operation.path().contains("{");
        assertThat(call(as(role), operation).status()).isEqualTo(isHidden ? 404 : 403);
    }

    private static Caller as(Role role) {
        return role == Role.PARTNER ? partner : headway.as(role);
    }

    /** With nothing in it that could be done; who may call is decided before anything is read. */
    private static Answered call(Caller caller, Operation operation, String... headers) {
        var path = operation.path().replaceAll("\\{\\w+}", NOTHING) + ending(operation);
        return operation.documented().has("requestBody")
                ? caller.send(
                        operation.method(),
                        path,
                        "application/json",
                        BodyPublishers.ofString("{}"),
                        headers)
                : caller.send(operation.method(), path, null, BodyPublishers.noBody(), headers);
    }

    /** What would not end by itself is asked from nowhere, and refused. */
    private static String ending(Operation operation) {
        return operation.isEndless() ? "?after=nowhere" : "";
    }

    private static List<Role> roles(Operation operation) {
        return operation
                .documented()
                .path("x-roles")
                .valueStream()
                .map(JsonNode::asString)
                .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
