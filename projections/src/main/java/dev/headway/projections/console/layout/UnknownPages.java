package dev.headway.projections.console.layout;

import dev.headway.projections.console.signin.ConsolePaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says on a page that nothing is there, to whoever browses; calls are answered as before. */
@Component
@Order(UnknownPages.BEFORE_ALL_OTHERS)
class UnknownPages implements HandlerExceptionResolver {

    static final int BEFORE_ALL_OTHERS = -1;

    private final ProblemPages problems;

    UnknownPages(ProblemPages problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception problem) {
        return problem instanceof NoResourceFoundException && ConsolePaths.includes(request)
                ? problems.nowhere(new NoSuchPageException(), request)
                : null;
    }
}
