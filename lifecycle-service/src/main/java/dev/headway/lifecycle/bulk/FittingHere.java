package dev.headway.lifecycle.bulk;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.querying.ProjectionBehindException;
import dev.headway.projections.questions.portfolio.WhichPartnershipsFit;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** By the list of this process. */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", matchIfMissing = true)
class FittingHere implements FittingPartnerships {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WhichPartnershipsFit list;
    private final EventLog log;
    private final Positions positions;

    FittingHere(WhichPartnershipsFit list, EventLog log, Positions positions) {
        this.list = list;
        this.log = log;
        this.positions = positions;
    }

    @Override
    public List<String> ids(MultiValueMap<String, String> filters, Principal caller, int most) {
        var head = log.head();
        try {
            if (!positions.await(WhichPartnershipsFit.POSITIONS, head, PATIENCE)) {
                throw new ProjectionBehindException(Long.toString(head));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return list.ids(filters, caller, most);
    }
}
