package dev.headway.projections.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a body of {@code application/*} or {@code *}{@code /*}, which Spring trips over. */
final class ConcreteContentTypeInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var type = request.getContentType();
        if (type != null && type.contains("*") && handler instanceof HandlerMethod method) {
            var readsBody =
                    Arrays.stream(method.getMethodParameters())
                            .anyMatch(each -> each.hasParameterAnnotation(RequestBody.class));
            if (readsBody) {
                throw Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported",
                        "Content-Type must name one format");
            }
        }
        return true;
    }
}
