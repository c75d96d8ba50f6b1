package dev.headway.projections.querying;

import dev.headway.projections.deadletters.ParkedNow;
import dev.headway.projections.processing.Positions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a caller read what it has just written: the write answered with a position, and a question
 * that brings it back is answered from there on, or with 503 after ten seconds. An answer that
 * lacks what a projection could not work in says so.
 */
@Component
public class ReadYourWrites implements HandlerInterceptor, WebMvcConfigurer {

    public static final String HEADER = "Headway-Position";

    /**
     * Names the projections in which the partnership, or one of those answered about, is parked.
     */
    public static final String BEHIND = "Headway-Behind";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Positions positions;
    private final ParkedNow parked;
    private final Duration timeout;

    @Autowired
    public ReadYourWrites(Positions positions, ParkedNow parked) {
        this(positions, parked, TIMEOUT);
    }

    ReadYourWrites(Positions positions, ParkedNow parked, Duration timeout) {
        this.positions = positions;
        this.parked = parked;
        this.timeout = timeout;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (handler instanceof HandlerMethod method
                && method.getMethodAnnotation(ReadsFrom.class) instanceof ReadsFrom from) {
            var projections = List.of(from.value());
            var wanted = request.getHeader(HEADER);
            if (wanted != null && !positions.await(projections, position(wanted), timeout)) {
                throw new ProjectionBehindException(wanted);
            }
            response.setHeader(HEADER, Long.toString(positions.reachedBy(projections)));
            var behind = parked.behind(projections, askedFor(request));
            if (!behind.isEmpty()) {
                response.setHeader(BEHIND, String.join(", ", behind));
            }
        }
        return true;
    }

    /** The id in the path, where it is an answer about one thing. */
    private static @Nullable String askedFor(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        && variables.get("id") instanceof String id
                ? id
                : null;
    }

    /**
     * A position as the header has it.
     *
     * @throws InvalidQueryException for anything else
     */
    public static long position(String digits) {
        try {
            if (digits.matches("[0-9]+")) {
                return Long.parseLong(digits);
            }
        } catch (NumberFormatException _) {
            // more digits than any position has
        }
        throw new InvalidQueryException(HEADER, "must be a position, in decimal digits");
    }
}
