package dev.headway.projections.questions.carriers;

import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Restatement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who moved one partnership lately; asked by what is known of it. */
@Component
public class WhoMovedIt {

    private final WhoChangedWhat audit;

    public WhoMovedIt(WhoChangedWhat audit) {
        this.audit = audit;
    }

    /**
     * What may count at an instant: read by itself, or with all else once something was corrected.
     */
    public List<CarriedMotion> before(String partnershipId, Instant now) {
        var since = now.minus(CarriedMotion.COUNTS_FOR);
        var moved = audit.toldSince(partnershipId, since, CarriedMotion.KINDS);
        return moved.stream().anyMatch(Restatement::isCausedBy)
                ? among(Restatement.standing(audit.factsOf(partnershipId)))
                : among(moved);
    }

    /** Those of what holds of a history. */
    public static List<CarriedMotion> among(Collection<RecordedEvent> standing) {
        return standing.stream().flatMap(each -> CarriedMotion.of(each).stream()).toList();
    }
}
