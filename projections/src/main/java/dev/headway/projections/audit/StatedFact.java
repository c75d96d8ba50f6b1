package dev.headway.projections.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of one thing. The next one of the same thing takes its place.
 *
 * @param subject the thing: {@code pattern}, {@code seat SUPPORT}
 * @param span for how long it holds if nothing takes its place
 * @param manner how it meets what stands already
 * @param effectiveAt since when it is so
 * @param values what is so, in words, under the names of the event's fields; empty when nothing is
 */
record StatedFact(
        String subject, Span span, Manner manner, Instant effectiveAt, Map<String, String> values) {

    /** For how long something holds. */
    enum Span {
        FOR_GOOD,
        FOR_A_LIFE,
        WHILE_PROSPECT,
        FOR_A_PILOT
    }

    /** How what is said meets what stands. */
    enum Manner {
        /** It takes the place of all that was said. */
        WHOLE,
        /** As {@link #WHOLE}, unless what stands has happened later. */
        LATEST,
        /** It changes what it names, and nothing that is not there. */
        PART
    }

    static StatedFact whole(
            String subject, Span span, Instant effectiveAt, Map<String, String> values) {
        return new StatedFact(subject, span, Manner.WHOLE, effectiveAt, values);
    }

    static StatedFact part(String subject, Instant effectiveAt, Map<String, String> values) {
        return new StatedFact(subject, Span.FOR_A_LIFE, Manner.PART, effectiveAt, values);
    }

    /** What is left of this when something else is said of the same. */
    StatedFact followedBy(StatedFact next) {
        return switch (next.manner) {
            case WHOLE -> next;
            case LATEST -> next.effectiveAt.isBefore(effectiveAt) ? this : next;
            case PART -> with(next.values);
        };
    }

    private StatedFact with(Map<String, String> changed) {
        var all = new LinkedHashMap<>(values);
        all.putAll(changed);
        return new StatedFact(subject, span, manner, effectiveAt, Collections.unmodifiableMap(all));
    }

    /**
     * Values by their names; what is null is left out.
     *
     * @param namesAndValues a name, its value, the next name
     */
    static Map<String, String> values(@Nullable Object... namesAndValues) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                values.put(String.valueOf(namesAndValues[i]), text(value));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
