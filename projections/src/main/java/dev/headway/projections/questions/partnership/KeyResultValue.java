package dev.headway.projections.questions.partnership;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a key result.
 *
 * @param unit the key result's when it was recorded: in another unit it is another's
 */
record KeyResultValue(
        @JsonIgnore String keyResultId,
        @JsonIgnore String unit,
        BigDecimal value,
        @Nullable String evidence,
        Instant at) {

    static KeyResultValue of(KeyResultMeasured event, String unit) {
        return new KeyResultValue(
                event.keyResultId(), unit, event.value(), event.evidence(), event.effectiveAt());
    }

    boolean isOf(KeyResult keyResult) {
        return keyResultId.equals(keyResult.id()) && unit.equals(keyResult.unit());
    }
}
