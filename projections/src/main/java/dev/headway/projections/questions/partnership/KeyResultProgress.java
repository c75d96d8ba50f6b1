package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent.KeyResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key result, and how far it got.
 *
 * @param latest the newest value, of two at the same time the later recorded; null for none
 * @param values how often it was measured
 * @param reachedAt when a value first reached the target; null where none has
 */
record KeyResultProgress(
        String id,
        String name,
        String unit,
        BigDecimal baseline,
        BigDecimal target,
        Instant dueOn,
        @Nullable KeyResultValue latest,
        int values,
        @Nullable Instant reachedAt) {

    static KeyResultProgress of(KeyResult of, List<KeyResultValue> all) {
        var values = all.stream().filter(each -> each.isOf(of)).toList();
        return new KeyResultProgress(
                of.id(),
                of.name(),
                of.unit(),
                of.baseline(),
                of.target(),
                of.dueOn(),
                latest(values),
                values.size(),
                reachedAt(of, values));
    }

    private static @Nullable KeyResultValue latest(List<KeyResultValue> values) {
        return values.stream()
                .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next)
                .orElse(null);
    }

    private static @Nullable Instant reachedAt(KeyResult of, List<KeyResultValue> values) {
        return values.stream()
                .filter(each -> of.reachedBy(each.value()))
                .map(KeyResultValue::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
