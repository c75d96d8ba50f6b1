package dev.headway.lifecycle.http;

import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.audit.WhoChangedItLast;
import dev.headway.projections.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * The problem of a caller who decided on an older version: what has changed since, so that people
 * can tell whether it matters to them.
 */
@Component
public class StaleProblems {

    private final WhoChangedItLast changes;

    StaleProblems(WhoChangedItLast changes) {
        this.changes = changes;
    }

    /**
     * 412 with the change that made the present version; without it where the caller named none but
     * versions that are still to come.
     *
     * @param stream what was to be written
     * @param version the present one
     */
    public ProblemDetail of(String stream, long version, RequestContext context, String detail) {
        var problem = Problem.detail(HttpStatus.PRECONDITION_FAILED, "stale", detail);
        var expected = context.expectedVersions();
        if (expected != null && expected.anyBefore(version)) {
            changes.of(stream, version).ifPresent(change -> problem.setProperty("changed", change));
        }
        return problem;
    }
}
