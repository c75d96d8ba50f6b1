package dev.headway.projections.questions.figures;

import dev.headway.contracts.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one partnership adds to the figures, as small as it goes: a node keeps it of everybody.
 *
 * @param stays in the order in which it entered the stages; never empty
 */
record PartnershipFigures(
        String partnershipId, List<Stay> stays, List<Life> lives, List<Launch> launches) {

    /** A stay in a stage; the present one has not been left. */
    record Stay(Stage stage, Instant enteredAt, @Nullable Instant leftAt) {

        private static final double MICROS_A_DAY = 86_400e6;

        boolean isPresent() {
            return leftAt == null;
        }

        /** Days of 24 hours until now or until it was left, and never less than none. */
        double days(Instant now) {
            var until = leftAt == null ? now : leftAt;
            return until.isAfter(enteredAt)
                    ? enteredAt.until(until, ChronoUnit.MICROS) / MICROS_A_DAY
                    : 0;
        }
    }

    /**
     * A life, and what it promised.
     *
     * @param number from 1
     * @param claimDueOn null where nothing is claimed
     * @param announcedOn since when the world has been told of it, or null
     * @param followedAt since when a step of a playbook has been planned in it, or null
     * @param waivers those that were granted
     */
    record Life(
            int number,
            Stage stage,
            boolean isStrategic,
            boolean isBendDelivered,
            @Nullable Instant claimDueOn,
            boolean isClaimSettled,
            @Nullable Instant firstUseAt,
            @Nullable Instant announcedOn,
            @Nullable Instant followedAt,
            List<GrantedWaiver> waivers) {

        boolean isStrategicInNameOnly() {
            return isStrategic && !isBendDelivered && stage.isActive();
        }
    }

    /** A waiver that was granted, and the partnership's pattern then. */
    record GrantedWaiver(
            String criterion, Instant expiresOn, @Nullable String pattern, Approver approver) {}

    /**
     * Who granted it, and when.
     *
     * @param shown their name as it was then; their subject where none is known
     * @param id the person in the directory, or null
     */
    record Approver(String shown, @Nullable String id, Instant at) {

        static @Nullable Approver of(ExceptionFigures.Waiver waiver) {
            var subject = waiver.approver();
            var at = waiver.grantedAt();
            if (subject == null || at == null) {
                return null;
            }
            var name = waiver.approverName();
            return new Approver(name == null ? subject : name, waiver.approverId(), at);
        }

        /** What two people never share. */
        String key() {
            return id == null ? shown : id;
        }

        /** As they are called in the newer of the two. */
        Approver newer(Approver other) {
            return other.at.isAfter(at) ? other : this;
        }
    }

    /**
     * The first launch of a life.
     *
     * @param samples how it stood on the day itself and on every tenth day after it, up to the
     *     ninetieth
     */
    record Launch(int life, Instant launchedAt, List<Sample> samples) {

        static final int EVERY_DAYS = 10;

        static Instant sampledAt(Instant launchedAt, int sample) {
            return launchedAt.plus(Duration.ofDays((long) sample * EVERY_DAYS));
        }
    }

    /**
     * How a launch stood at an instant, worked out when it is read: it is counted again and again.
     *
     * @param isOver whether its life was over by then
     * @param stage the one it was in
     * @param quiet for how long it had not moved, or null where it never had
     */
    record Sample(boolean isOver, @Nullable Stage stage, @Nullable Duration quiet) {

        boolean isInMotion(Map<Stage, Duration> silences) {
            var silence = stage == null ? null : silences.get(stage);
            return silence != null && quiet != null && quiet.compareTo(silence) < 0;
        }
    }

    /** The life of a number; null where nothing was ever promised in it. */
    @Nullable Life life(int number) {
        return lives.stream().filter(life -> life.number() == number).findFirst().orElse(null);
    }
}
