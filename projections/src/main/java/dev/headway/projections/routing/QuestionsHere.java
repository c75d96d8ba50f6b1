package dev.headway.projections.routing;

import dev.headway.projections.http.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether questions are answered in this process; some of what a lifecycle node does asks several
 * of them, and says so where they are answered elsewhere.
 */
@Component
public class QuestionsHere {

    private final boolean enabled;

    public QuestionsHere(@Value("${headway.projections.enabled:true}") boolean enabled) {
        this.enabled = enabled;
    }

    /**
     * @throws Problem 503 where they are not
     */
    public void require() {
        if (!enabled) {
            throw Problem.unavailable(
                    "This needs a lifecycle node that answers questions itself; here projection"
                            + " nodes do");
        }
    }
}
