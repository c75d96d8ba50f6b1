package dev.headway.partnership.policy;

import dev.headway.contracts.PartnershipEvent.DisqualifierScreened;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.PilotLimit;
import dev.headway.contracts.ProgramEvent.PlaybookStep;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.contracts.policy.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program policy as it stands at a version; version 0 is what holds before anybody changed it.
 *
 * @param version place of the last change in the program's stream, from 1
 * @param thresholds after how long each rule is due
 * @param disqualifiers what every prospect is screened for
 * @param patterns what each pattern asks for
 * @param pilotLimits how many pilots may run at once; none where there is no limit
 * @param criteria the program's own
 * @param why there is a program at all, in its own words; null where it does not say
 * @param playbooks what is planned in each stage of each pattern, in order
 * @param wordedAt since when each disqualifier has been worded as it is, by its id; one that is not
 *     there always was
 */
public record Policy(
        long version,
        List<Threshold> thresholds,
        List<Disqualifier> disqualifiers,
        List<PatternTemplate> patterns,
        List<PilotLimit> pilotLimits,
        List<OwnCriterion> criteria,
        @Nullable String why,
        List<PlaybookStep> playbooks,
        Map<String, Instant> wordedAt) {

    /** Out of the box every pattern requires every criterion, and nothing is disqualifying. */
    public static final Policy OUT_OF_THE_BOX =
            new Policy(
                    0,
                    DefaultThresholds.ALL,
                    List.of(),
                    Arrays.stream(Pattern.values())
                            .map(pattern -> new PatternTemplate(pattern.name(), Criteria.ALL, null))
                            .toList());

    public Policy(
            long version,
            List<Threshold> thresholds,
            List<Disqualifier> disqualifiers,
            List<PatternTemplate> patterns) {
        this(
                version,
                thresholds,
                disqualifiers,
                patterns,
                List.of(),
                List.of(),
                null,
                List.of(),
                Map.of());
    }

    /** As an event of the program left it, as far as the event alone can say. */
    public static Policy of(long version, ProgramChanged event) {
        return new Policy(
                version,
                event.thresholds(),
                event.disqualifiers(),
                event.patterns(),
                orNone(event.pilotLimits()),
                orNone(event.criteria()),
                event.why(),
                orNone(event.playbooks()),
                Map.of());
    }

    /** The policy after the next change of the program. */
    public Policy after(ProgramChanged event) {
        var since = new HashMap<String, Instant>();
        for (var disqualifier : event.disqualifiers()) {
            since.put(
                    disqualifier.id(),
                    disqualifiers.contains(disqualifier)
                            ? wordedAt.getOrDefault(disqualifier.id(), event.effectiveAt())
                            : event.effectiveAt());
        }
        return new Policy(
                version + 1,
                event.thresholds(),
                event.disqualifiers(),
                event.patterns(),
                orNone(event.pilotLimits()),
                orNone(event.criteria()),
                event.why(),
                orNone(event.playbooks()),
                Map.copyOf(since));
    }

    private static <T> List<T> orNone(@Nullable List<T> added) {
        return added == null ? List.of() : added;
    }

    /** The disqualifier of this id, as it is worded now. */
    public Optional<Disqualifier> disqualifier(String id) {
        return disqualifiers.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Whether an answer is one to the disqualifier as it is worded now. An answer from before
     * wordings were kept with it counts for the wording that stood when it was given.
     */
    public boolean isAnswered(Disqualifier disqualifier, DisqualifierScreened answer) {
        var since = wordedAt.getOrDefault(disqualifier.id(), Instant.MIN);
        return answer.statement() == null
                ? !answer.effectiveAt().isBefore(since)
                : answer.statement().equals(disqualifier.statement());
    }

    /**
     * Whether a criterion applies to a partnership of this pattern; with none chosen, all do.
     * Templates have no say in what the program asks for beside them.
     */
    public boolean requires(@Nullable String pattern, String criterion) {
        var own = criterion(criterion);
        return own.isPresent()
                ? own.get().isAskedOf(pattern)
                : isRequiredByTemplate(pattern, criterion);
    }

    private boolean isRequiredByTemplate(@Nullable String pattern, String criterion) {
        return criterion.equals(Criteria.ROOM_FOR_A_PILOT)
                || patterns.stream()
                        .filter(template -> template.pattern().equals(pattern))
                        .findFirst()
                        .map(template -> template.requires().contains(criterion))
                        .orElse(!Criteria.WHERE_NAMED.contains(criterion));
    }

    /** Whether any pattern's template names a criterion. */
    public boolean names(String criterion) {
        return patterns.stream().anyMatch(template -> template.requires().contains(criterion));
    }

    /** Whether any gate asks for a criterion of this id under this policy. */
    public boolean asksFor(String criterion) {
        return Criteria.ALL.contains(criterion)
                || criterion.equals(Criteria.ROOM_FOR_A_PILOT) && !pilotLimits.isEmpty()
                || Criteria.WHERE_NAMED.contains(criterion) && names(criterion)
                || criterion(criterion).isPresent();
    }

    /** The program's own criterion of this id, as it is worded now. */
    public Optional<OwnCriterion> criterion(String id) {
        return criteria.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What is planned in a stage of a pattern, in order; nothing without a pattern. */
    public List<PlaybookStep> playbook(@Nullable String pattern, Stage stage) {
        return playbooks.stream()
                .filter(each -> each.pattern().equals(pattern))
                .filter(each -> each.stage().equals(stage.name()))
                .toList();
    }

    /** The threshold of a rule in a stage. */
    public Duration threshold(String rule, Stage stage) {
        return Thresholds.of(thresholds).after(rule, stage);
    }

    /** Whether a change of the program would change nothing. */
    public boolean sameAs(ProgramChanged event) {
        return thresholds.equals(event.thresholds())
                && disqualifiers.equals(event.disqualifiers())
                && patterns.equals(event.patterns())
                && pilotLimits.equals(orNone(event.pilotLimits()))
                && criteria.equals(orNone(event.criteria()))
                && Objects.equals(why, event.why())
                && playbooks.equals(orNone(event.playbooks()));
    }
}
