package dev.headway.lifecycle.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The headers that an operation takes, and some that it does not. */
final class HeaderGenerator {

    private static final List<String> AUTHORIZATIONS =
            List.of(
                    "X-None: 1",
                    "Authorization:",
                    "Authorization: Bearer",
                    "Authorization: Bearer a.b.c",
                    "Authorization: Basic YTpi",
                    "Authorization: Bearer \u00FF\u0080",
                    "Authorization: bearer eyJhbGciOiJub25lIn0.e30.",
                    "Authorization: Bearer " + "x".repeat(5_000));

    private static final List<String> TAGS =
            List.of(
                    "*",
                    "\"0\"",
                    "\"1\"",
                    "1",
                    "W/\"1\"",
                    "\"-1\"",
                    "\"999999999999999999\"",
                    "\"9999999999999999999\"",
                    "\"1\", \"2\"",
                    "\"\"",
                    "\"",
                    "",
                    "one",
                    "\u00FF",
                    "\"\u0661\"",
                    "\"1\" ",
                    "x".repeat(5_000));

    private static final List<String> KEYS =
            List.of(
                    "once",
                    "\"once\"",
                    "twice",
                    "\"\"",
                    "\"",
                    "",
                    "with space",
                    "\u00FF",
                    "a\tb",
                    "k".repeat(255),
                    "k".repeat(256),
                    "\"" + "k".repeat(255) + "\"",
                    "k".repeat(5_000),
                    "';--",
                    "\"a\"b\"");

    private static final List<String> POSITIONS =
            List.of(
                    "0",
                    "-1",
                    "1.5",
                    "",
                    "last",
                    "+1",
                    "0x1",
                    "1e3",
                    "9999999999999999999",
                    "\u0661",
                    "1, 2");

    private static final List<String> OTHERS =
            List.of(
                    "Accept: text/html",
                    "Accept: nonsense",
                    "Accept: */*;q=0",
                    "Accept: \u00FF",
                    "Accept-Encoding: gzip",
                    "Accept-Encoding: nonsense;q=x",
                    "Accept-Language: \u00FF-ZZ;q=9",
                    "Accept-Charset: utf-16",
                    "X-Correlation-Id: deal-4711",
                    "X-Correlation-Id: a b",
                    "X-Correlation-Id: " + "x".repeat(5_000),
                    "X-Correlation-Id: \u00FF",
                    "Range: bytes=0-1",
                    "If-None-Match: *",
                    "If-Modified-Since: yesterday",
                    "Origin: https://evil.example",
                    "X-HTTP-Method-Override: DELETE",
                    "X-Forwarded-Host: a b",
                    "X-Forwarded-Port: 99999999999",
                    "X-Forwarded-Proto: gopher",
                    "X-Forwarded-For: \u00FF, ::1%eth0",
                    "Forwarded: for=\"",
                    "Forwarded: proto=nonsense;host=\"a b\"",
                    "X-Forwarded-Prefix: /../%zz",
                    "Cookie: a=\u00FF;;=",
                    "Expect: 100-continue",
                    "Content-Encoding: gzip",
                    "Content-Language: \u00FF",
                    "Transfer-Encoding: identity",
                    "Upgrade: h2c",
                    "TE: nonsense",
                    "Connection: close",
                    "Access-Control-Request-Method: DELETE",
                    "Sec-Fetch-Site: cross-site",
                    "Prefer: nonsense",
                    "traceparent: 00-\u00FF",
                    "baggage: " + "a=1,".repeat(1_000),
                    "X-Many: " + "x".repeat(5_000));

    /** Further than any run gets; whoever sends it waits for ten seconds. */
    static final String UNREACHED = "Headway-Position: 999999999999999999";

    private final KnownResources living;
    private final Random random;

    HeaderGenerator(KnownResources living, Random random) {
        this.living = living;
        this.random = random;
    }

    static String authorization(Random random) {
        return AUTHORIZATIONS.get(random.nextInt(AUTHORIZATIONS.size()));
    }

    List<String> of(FuzzedOperation target, String partnership) {
        var headers = new ArrayList<String>();
        if (target.takes("If-Match")) {
            ifMatch(target, partnership, headers);
        }
        if (random.nextInt(target.takes("Idempotency-Key") ? 4 : 60) == 0) {
            headers.add(
                    "Idempotency-Key: "
                            + (random.nextBoolean() ? "fuzz-" + random.nextInt(2_000) : one(KEYS)));
        }
        if (random.nextInt(target.takes("Headway-Position") ? 4 : 60) == 0) {
            headers.add(position());
        }
        if (random.nextInt(15) == 0) {
            headers.add(one(OTHERS));
        }
        return headers;
    }

    private void ifMatch(FuzzedOperation target, String partnership, List<String> headers) {
        var must =
                target.parameters("header").stream()
                        .anyMatch(each -> each.name().equals("If-Match") && each.required());
        var seen = living.version(partnership);
        if (must ? random.nextInt(20) > 0 : random.nextInt(4) == 0) {
            headers.add("If-Match: " + tag(seen));
        }
        if (random.nextInt(200) == 0) {
            headers.add("If-Match: \"2\"");
        }
    }

    private String tag(@Nullable String seen) {
        return switch (random.nextInt(8)) {
            case 0 -> one(TAGS);
            case 1, 2, 3 -> "*";
            default -> seen == null ? "*" : seen;
        };
    }

    private String position() {
        return switch (random.nextInt(100)) {
            case 0 -> UNREACHED;
            case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 ->
                    "Headway-Position: " + one(POSITIONS);
            default -> "Headway-Position: " + living.position();
        };
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
