package dev.headway.projections.querying;

import dev.headway.projections.deadletters.ParkedNow;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.processing.ProjectionProcessors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
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
    private final Predicate<String> isReadHere;

    /**
     * @param readers who read here; where questions are answered elsewhere, those that commands ask
     */
    @Autowired
    public ReadYourWrites(
            Positions positions,
            ParkedNow parked,
            ObjectProvider<ProjectionProcessors> readers,
            @Value("${headway.projections.enabled:true}") boolean all) {
        this(
                positions,
                parked,
                TIMEOUT,
                name -> all || readers.getObject().projections().contains(name));
    }

    /** Where everything is read. */
    public ReadYourWrites(Positions positions, ParkedNow parked) {
        this(positions, parked, TIMEOUT, _ -> true);
    }

    ReadYourWrites(
            Positions positions, ParkedNow parked, Duration timeout, Predicate<String> isReadHere) {
        this.positions = positions;
        this.parked = parked;
        this.timeout = timeout;
        this.isReadHere = isReadHere;
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
            waitFor(List.of(from.value()).stream().filter(isReadHere).toList(), request, response);
        }
        return true;
    }

    /** Whoever is asked elsewhere waits there. */
    private void waitFor(
            List<String> projections, HttpServletRequest request, HttpServletResponse response)
            throws InterruptedException {
        if (!projections.isEmpty()) {
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
