package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.claims.ClaimedMetric;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Which touchpoints, joint wins, measurements and values of key results there are, by what they say
 * and when they happened: whoever tells of the same one twice tells of one. Each is kept as eight
 * bytes of its digest, of which ten thousand are all different but once in ten billion times.
 */
public record Occurrences(PSet<Long> digests) {

    static final Occurrences NONE = new Occurrences(HashTreePSet.empty());

    /** What happened, and when. */
    public record Occurrence(long digest) {

        public static Occurrence of(TouchpointRecorded event) {
            return of(
                    event.effectiveAt(), "touchpoint", event.kind(), event.summary(), event.with());
        }

        /** What it is worth, and whose doing it was, is a part of it where somebody says so. */
        public static Occurrence of(JointWinRecorded event) {
            var amount = event.amount();
            return amount == null && event.attribution() == null
                    ? of(
                            event.effectiveAt(),
                            "win",
                            event.customer(),
                            event.summary(),
                            event.evidence())
                    : of(
                            event.effectiveAt(),
                            "win",
                            event.customer(),
                            event.summary(),
                            event.evidence(),
                            event.attribution(),
                            amount == null ? null : amount.stripTrailingZeros().toPlainString(),
                            event.currency());
        }

        /**
         * @param claim what it was taken for; for another claim it is another measurement
         */
        public static Occurrence of(MeasurementTaken event, ClaimedMetric claim) {
            return of(
                    event.effectiveAt(),
                    "measurement",
                    event.value().stripTrailingZeros().toPlainString(),
                    event.evidence(),
                    claim.name(),
                    claim.unit());
        }

        public static Occurrence of(KeyResultMeasured event) {
            return of(
                    event.effectiveAt(),
                    "key result",
                    event.objectiveId(),
                    event.keyResultId(),
                    event.value().stripTrailingZeros().toPlainString(),
                    event.evidence());
        }

        private static Occurrence of(Instant at, @Nullable String... content) {
            var told = new StringBuilder(at.toString());
            for (var each : content) {
                told.append('\0').append(Objects.toString(each, "")); // which no text has
            }
            return new Occurrence(digest(told));
        }

        private static long digest(CharSequence told) {
            var bytes = new byte[Character.BYTES * told.length()];
            for (int i = 0; i < told.length(); i++) {
                bytes[2 * i] = (byte) (told.charAt(i) >> Byte.SIZE);
                bytes[2 * i + 1] = (byte) told.charAt(i);
            }
            return UUID.nameUUIDFromBytes(bytes).getMostSignificantBits();
        }
    }

    Occurrences plus(Occurrence occurrence) {
        return new Occurrences(digests.plus(occurrence.digest()));
    }

    boolean include(Occurrence occurrence) {
        return digests.contains(occurrence.digest());
    }
}
