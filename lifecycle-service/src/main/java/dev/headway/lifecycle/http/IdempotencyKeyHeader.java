package dev.headway.lifecycle.http;

import dev.headway.lifecycle.commands.IdempotentRequest;
import dev.headway.lifecycle.eventstore.IdempotencyKey;
import dev.headway.projections.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;

/** What makes a request the same as another one, as it travels: {@code Idempotency-Key}. */
final class IdempotencyKeyHeader {

    /** Longer than any path that leads somewhere; a key is kept together with its path. */
    private static final int MAX_PATH_LENGTH = 500;

    private static final Pattern KEY = Pattern.compile("(\"?)([!#-\\[\\]-~]{1,255})\\1");

    private IdempotencyKeyHeader() {}

    /** Quoted or bare, as the draft standard and as most people write it; null without one. */
    static @Nullable IdempotentRequest read(NativeWebRequest request, String caller) {
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        var key = request.getHeader(FingerprintFilter.KEY);
        if (key == null || servlet == null || !servlet.getMethod().equals("POST")) {
            return null;
        }
        if (servlet.getRequestURI().length() > MAX_PATH_LENGTH) {
            throw Problem.notFound("resource");
        }
        var bare = KEY.matcher(key.strip());
        if (!bare.matches()) {
            throw Problem.badRequest(
                    "Idempotency-Key must be 1 to 255 visible ASCII characters, quoted or bare");
        }
        return new IdempotentRequest(
                new IdempotencyKey(
                        caller, servlet.getMethod() + " " + servlet.getRequestURI(), bare.group(2)),
                FingerprintFilter.fingerprint(servlet));
    }
}
