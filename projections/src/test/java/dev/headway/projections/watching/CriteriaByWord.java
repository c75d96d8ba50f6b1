package dev.headway.projections.watching;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The gates are kept by the service; here a life knows one criterion alone, {@code rhythm-agreed},
 * and every other one is unmet.
 */
final class CriteriaByWord implements Criteria {

    private static final class Known implements Life {
        private boolean agreed;

        @Override
        public void on(PartnershipEvent event) {
            agreed |= event instanceof RhythmAgreed;
        }

        @Override
        public Set<String> unmetOf(Collection<String> criteria, Instant now) {
            return criteria.stream()
                    .filter(id -> !(agreed && id.equals("rhythm-agreed")))
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public Life of(String partnershipId, long before) {
        return new Known();
    }
}
