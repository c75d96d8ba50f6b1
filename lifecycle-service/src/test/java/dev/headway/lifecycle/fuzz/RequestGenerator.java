package dev.headway.lifecycle.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes one request after the other: an operation's as the document describes it, in a role that
 * may use it, about something that exists, with something odd in most of them.
 */
final class RequestGenerator {

    private final OpenApiContract contract;
    private final Map<Role, String> tokens;
    private final KnownResources living;
    private final Random random;
    private final List<FuzzedOperation> targets;
    private final Supplier<List<FuzzedOperation>> neglected;

    /**
     * @param neglected those of the targets that luck has left out so far
     */
    RequestGenerator(
            OpenApiContract contract,
            List<FuzzedOperation> targets,
            Supplier<List<FuzzedOperation>> neglected,
            Map<Role, String> tokens,
            KnownResources living,
            Random random) {
        this.contract = contract;
        this.targets = targets;
        this.neglected = neglected;
        this.tokens = tokens;
        this.living = living;
        this.random = random;
    }

    RawRequest next() {
        if (random.nextInt(50) == 0) {
            return new MalformedHttp(random, token(Role.MANAGER)).any();
        }
        if (random.nextInt(50) == 0) {
            var page = living.nextPage(random);
            if (page.isPresent()) {
                return request("GET", page.get(), List.of(token(Role.AUDITOR)), new byte[0]);
            }
        }
        return of(target());
    }

    /** A question with nothing odd in it. */
    RawRequest look(String path) {
        return request("GET", path, List.of(token(Role.VIEWER)), new byte[0]);
    }

    /** A change of the program with nothing odd in it. */
    RawRequest program(String json) {
        var headers = List.of(token(Role.ADMIN), "Content-Type: application/json");
        return request("PUT", "/api/v1/program", headers, json.getBytes(UTF_8));
    }

    /**
     * Moves come more often than others and changes of the program, which may shut every gate, less
     * often; so that lives get on. What luck has left out is tried more often.
     */
    private FuzzedOperation target() {
        var choices = random.nextInt(4) == 0 ? neglected.get() : targets;
        if (choices.isEmpty()) {
            choices = targets;
        }
        var target = choices.get(random.nextInt(choices.size()));
        var id = target.operation().documented().path("operationId").asString();
        return random.nextInt(12) == 0 || (id.equals("changeProgram") && random.nextInt(4) > 0)
                ? move()
                : target;
    }

    private FuzzedOperation move() {
        return targets.stream()
                .filter(each -> each.operation().path().endsWith("/transitions"))
                .findFirst()
                .orElseThrow();
    }

    private RawRequest of(FuzzedOperation target) {
        var path = new PathGenerator(contract, living, random).of(target);
        var headers = new ArrayList<String>();
        headers.add(
                random.nextInt(40) == 0
                        ? HeaderGenerator.authorization(random)
                        : token(role(target)));
        headers.addAll(new HeaderGenerator(living, random).of(target, path.within()));
        var body = new BodyGenerator.Sent(null, new byte[0]);
        if (target.body() != null) {
            body =
                    new BodyGenerator(contract, living, random)
                            .of(target.body(), stageAfter(living.stage(path.within())));
        } else if (random.nextInt(30) == 0) {
            body = new BodyGenerator.Sent("application/json", "{\"no\":\"body\"}".getBytes(UTF_8));
        }
        if (body.contentType() != null) {
            headers.add("Content-Type: " + body.contentType());
        }
        return request(method(target), path.target(), headers, body.bytes());
    }

    private String method(FuzzedOperation target) {
        return random.nextInt(60) > 0
                ? target.operation().method()
                : List.of(
                                "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE",
                                "FOO")
                        .get(random.nextInt(9));
    }

    private Role role(FuzzedOperation target) {
        var may = random.nextInt(25) == 0 ? List.of(Role.values()) : target.roles();
        var role = may.get(random.nextInt(may.size()));
        // whoever has an account would call no more
        return target.operation().path().endsWith("/me/sign-out") && role == Role.PARTNER
                ? Role.VIEWER
                : role;
    }

    private String token(Role role) {
        return "Authorization: Bearer " + tokens.get(role);
    }

    private static @Nullable String stageAfter(@Nullable String stage) {
        return switch (stage) {
            case null -> null;
            case "PROSPECT" -> "PILOT";
            case "PILOT" -> "LAUNCH";
            case "LAUNCH" -> "SCALED";
            case "SCALED" -> "SUNSET";
            default -> "PROSPECT";
        };
    }

    private RawRequest request(String method, String target, List<String> headers, byte[] body) {
        var head = new ArrayList<String>();
        head.add(method + " " + target + " HTTP/1.1");
        head.add("Host: localhost");
        head.addAll(headers);
        if (body.length > 0 || !method.equals("GET")) {
            head.add("Content-Length: " + body.length);
        }
        return new RawRequest(method, target, head, body, true);
    }
}
