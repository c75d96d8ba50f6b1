package dev.headway.lifecycle.partnership.state;

import dev.headway.contracts.claims.ClaimedMetric;
import dev.headway.contracts.PartnershipEvent.*;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Which touchpoints, joint wins and measurements there are, by what they say and when they
 * happened: whoever tells of the same one twice tells of one. Each is kept as eight bytes of its
 * digest, of which ten thousand are all different but once in a hundred billion times.
 */
public record Occurrences(PSet<Long> digests) {

    static final Occurrences NONE = new Occurrences(HashTreePSet.empty());

    /** What happened, and when. */
    public record Occurrence(long digest) {

        public static Occurrence of(TouchpointRecorded event) {
            return of(event.effectiveAt(), "touchpoint", event.kind(), event.summary(), event.with());
        }

        public static Occurrence of(JointWinRecorded event) {
            return of(
                    event.effectiveAt(),
                    "win",
                    event.customer(),
                    event.summary(),
                    event.evidence());
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

        private static Occurrence of(Instant at, @Nullable String... content) {
            var digest = sha256();
            digest.update(at.toString().getBytes(StandardCharsets.UTF_8));
            for (var each : content) {
                digest.update((byte) 0); // which no text has
                digest.update(Objects.toString(each, "").getBytes(StandardCharsets.UTF_8));
            }
            return new Occurrence(ByteBuffer.wrap(digest.digest()).getLong());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Occurrences plus(Occurrence occurrence) {
        return new Occurrences(digests.plus(occurrence.digest()));
    }

    boolean include(Occurrence occurrence) {
        return digests.contains(occurrence.digest());
    }
}
