package dev.headway.projections.routing;

import dev.headway.projections.http.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether questions are answered in this process; what is no operation of the contract and needs
 * them is refused where they are answered elsewhere.
 */
@Component
public class QuestionsHere {

    private final boolean enabled;

    public QuestionsHere(@Value("${headway.projections.enabled:true}") boolean enabled) {
        this.enabled = enabled;
    }

    /**
     * @throws Problem 421 where they are not
     */
    public void require() {
        if (!enabled) {
            throw Problem.misdirected(ServingNode.PROJECTION.word());
        }
    }
}
