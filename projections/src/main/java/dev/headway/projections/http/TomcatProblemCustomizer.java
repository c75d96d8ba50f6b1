package dev.headway.projections.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The problem for a request so broken that only Tomcat sees it, which would answer with a page of
 * HTML otherwise. The innermost valve speaks first, so ours is put behind Boot's.
 */
@Component
class TomcatProblemCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /**
     * What Tomcat says of a transfer encoding or a version of HTTP that it does not know. Nothing
     * is broken here, and nobody should be woken by a 5xx that any stranger can cause.
     */
    private static final Set<Integer> UNSUPPORTED = Set.of(501, 505);

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(
                context ->
                        context.getParent().getPipeline().addValve(new ProblemErrorReportValve()));
    }

    /** What stands behind is nobody's business, be it ever so broken. */
    private static final String SECRET_PATHS = "/calendar";

    private static final class ProblemErrorReportValve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            if (UNSUPPORTED.contains(response.getStatus())) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
            }
            var status = HttpStatus.resolve(response.getStatus());
            if (status == null
                    || !status.isError()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            var problem =
                    """
                    {"type":"%s","title":"%s","status":%d,"detail":"The request is malformed","instance":"%s"}"""
                            .formatted(
                                    Problem.type(status.value()),
                                    status.getReasonPhrase(),
                                    status.value(),
                                    instance(request));
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException gone) {
                // the caller has left, so nobody reads this
            }
        }

        /** The path that was called, where it is one. */
        private static String instance(Request request) {
            var path = request.getRequestURI();
            try {
                return path == null || path.startsWith(SECRET_PATHS)
                        ? "/"
                        : new URI(path).toASCIIString();
            } catch (URISyntaxException none) {
                return "/";
            }
        }
    }
}
