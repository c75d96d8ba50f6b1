package dev.headway.contracts.policy;

import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * After how long each rule is due under a policy; what the policy leaves open is as by default.
 * Decisions, questions and the watch all ask it.
 *
 * <p>A threshold is an ISO-8601 duration in days, hours, minutes and seconds, in capitals and
 * without signs, of up to {@link #LONGEST}; a policy with any other is refused before it is stored.
 * Of what is stored nothing is refused: a longer threshold counts as the longest, and text that is
 * no duration counts as not set.
 */
public final class Thresholds {

    /** Ten years and a little, as the REST promise has it: longer than any program waits. */
    public static final Duration LONGEST = Duration.ofDays(3_700);

    /** Out of the box, before anybody changed the program. */
    public static final Thresholds DEFAULT = new Thresholds(List.of());

    private static final String WRITTEN_WITH = "PTDHMS.0123456789";

    /** As the REST promise has it. */
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "P(?=[0-9T])([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?"
                            + "([0-9]+(\\.[0-9]{1,9})?S)?)?");

    private static final int MAX_LENGTH = 50;

    private final Map<Place, Duration> durations = new HashMap<>();

    private record Place(String rule, @Nullable String stage) {}

    private record Read(List<Threshold> policy, Thresholds thresholds) {}

    /** What was read last; a program is asked far more often than it changes. */
    private static volatile Read last = new Read(List.of(), DEFAULT);

    /**
     * @param policy the thresholds of the program, in no order; none need be there
     */
    public Thresholds(List<Threshold> policy) {
        policy.forEach(this::setUnlessSet);
        DefaultThresholds.ALL.forEach(this::setUnlessSet);
    }

    /**
     * The same as the constructor's; those of the policy that was asked last are not read again.
     */
    public static Thresholds of(List<Threshold> policy) {
        var known = last;
        if (!known.policy().equals(policy)) {
            known = new Read(List.copyOf(policy), new Thresholds(policy));
            last = known;
        }
        return known.thresholds();
    }

    /** Whether a policy may say this; see above. */
    public static boolean isThreshold(String text) {
        return text.length() <= MAX_LENGTH
                && WRITTEN.matcher(text).matches()
                && read(text).filter(after -> after.compareTo(LONGEST) <= 0).isPresent();
    }

    /**
     * @param rule stable id, as {@code ghost-town}
     * @param stage the partnership's stage; its own threshold wins over the rule's general one
     * @throws IllegalArgumentException if there is no such rule
     */
    public Duration after(String rule, Stage stage) {
        var ofStage = durations.get(new Place(rule, stage.name()));
        var after = ofStage == null ? durations.get(new Place(rule, null)) : ofStage;
        if (after == null) {
            throw new IllegalArgumentException("No rule named " + rule);
        }
        return after;
    }

    private void setUnlessSet(Threshold threshold) {
        var place = new Place(threshold.rule(), threshold.stage());
        read(threshold.after())
                .map(after -> after.compareTo(LONGEST) > 0 ? LONGEST : after)
                .ifPresent(after -> durations.putIfAbsent(place, after));
    }

    /** {@link Duration#parse} alone would take small letters and signs as well. */
    private static Optional<Duration> read(String text) {
        if (text.chars().anyMatch(each -> WRITTEN_WITH.indexOf(each) < 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Whoever waits as long for every rule is the same, however it is written. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Thresholds that && durations.equals(that.durations);
    }

    @Override
    public int hashCode() {
        return durations.hashCode();
    }
}
