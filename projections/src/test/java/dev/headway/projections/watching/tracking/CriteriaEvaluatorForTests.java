package dev.headway.projections.watching.tracking;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The gates are kept by the service; here {@code rhythm-agreed} holds once it is, {@code
 * all-seats-filled} while SUPPORT is, and every other criterion is unmet.
 */
public final class CriteriaEvaluatorForTests implements CriteriaEvaluator {

    private static final class Known implements Life {
        private boolean agreed;
        private boolean supported;

        @Override
        public void on(PartnershipEvent event) {
            agreed |= event instanceof RhythmAgreed;
            supported =
                    (supported || event instanceof SeatFilled) && !(event instanceof SeatVacated);
        }

        @Override
        public Set<String> unmetOf(Collection<String> criteria, Instant now) {
            return criteria.stream()
                    .filter(id -> !(agreed && id.equals("rhythm-agreed")))
                    .filter(id -> !(supported && id.equals("all-seats-filled")))
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public Life of(String partnershipId, long before) {
        return new Known();
    }
}
