package dev.headway.projections.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away who calls the API, or reads a calendar, too often, before a body is read: one with a
 * token as a person, anybody else by address. Stands behind authentication. Each node counts by
 * itself.
 */
class RateLimitFilter extends OncePerRequestFilter {

    /** Calendars as well: whoever reads one has no token, and is counted by address. */
    private static final RequestMatcher COUNTED =
            new OrRequestMatcher(
                    PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
                    PathPatternRequestMatcher.withDefaults().matcher("/calendar/**"),
                    PathPatternRequestMatcher.withDefaults().matcher("/calendar-links/**"));

    /** Callers remembered at a time; one who is forgotten starts afresh. */
    private static final int MAX_CALLERS = 100_000;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MAX_CALLERS).build();

    private final RateLimitProperties limit;
    private final TimeMeter time;
    private final SecurityProblemHandler problems;

    RateLimitFilter(RateLimitProperties limit, Clock clock, SecurityProblemHandler problems) {
        this.limit = limit;
        this.time = new ClockTimeMeter(clock);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return limit.isOff() || !COUNTED.matches(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = request.getRemoteUser();
        var wait = tryConsume(caller == null ? address(request) : "caller " + caller);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            problems.tooManyRequests(request, response, wait);
        }
    }

    /** For calls with an invalid token, which do not get as far as this filter. */
    AuthenticationEntryPoint limiting(AuthenticationEntryPoint refusal) {
        return (request, response, problem) -> {
            var wait = shouldNotFilter(request) ? Duration.ZERO : tryConsume(address(request));
            if (wait.isZero()) {
                refusal.commence(request, response, problem);
            } else {
                problems.tooManyRequests(request, response, wait);
            }
        };
    }

    /** How long to wait until a call is possible; one that is possible is counted. */
    private Duration tryConsume(String caller) {
        var bucket = buckets.get(caller, _ -> fullBucket());
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(
                        calls ->
                                calls.capacity(2L * limit.calls())
                                        .refillGreedy(limit.calls(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static String address(HttpServletRequest request) {
        return "address " + request.getRemoteAddr();
    }

    /** The service's clock, as Bucket4j asks for the time. */
    private record ClockTimeMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return Duration.ofSeconds(now.getEpochSecond(), now.getNano()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
