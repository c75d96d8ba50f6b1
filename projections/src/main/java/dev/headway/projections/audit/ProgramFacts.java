package dev.headway.projections.audit;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.PilotLimit;
import dev.headway.contracts.ProgramEvent.PlaybookStep;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.policy.Criteria;
import dev.headway.contracts.policy.DefaultThresholds;
import dev.headway.projections.audit.StatedFact.Span;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the program asks for, each threshold, disqualifier and pattern for itself. */
final class ProgramFacts {

    /** What holds before anybody changed it. */
    static final StatedFact OUT_OF_THE_BOX =
            of(
                    new ProgramChanged(
                            DefaultThresholds.ALL,
                            List.of(),
                            Arrays.stream(Pattern.values())
                                    .map(
                                            each ->
                                                    new PatternTemplate(
                                                            each.name(), Criteria.ALL, null))
                                    .toList(),
                            Instant.EPOCH));

    private ProgramFacts() {}

    static StatedFact of(ProgramChanged event) {
        var values = new LinkedHashMap<String, String>();
        event.thresholds().forEach(each -> values.put(nameOf(each), each.after()));
        event.disqualifiers()
                .forEach(each -> values.put("disqualifier " + each.id(), each.statement()));
        event.patterns()
                .forEach(each -> values.put("pattern " + each.pattern(), requirements(each)));
        Stream.ofNullable(event.pilotLimits())
                .flatMap(List::stream)
                .forEach(each -> values.put(nameOf(each), String.valueOf(each.most())));
        Stream.ofNullable(event.criteria())
                .flatMap(List::stream)
                .forEach(each -> values.put("criterion " + each.id(), asked(each)));
        Stream.ofNullable(event.playbooks())
                .flatMap(List::stream)
                .forEach(
                        each ->
                                values.merge(
                                        "playbook %s in %s".formatted(each.pattern(), each.stage()),
                                        planned(each),
                                        (some, more) -> some + "; " + more));
        Stream.ofNullable(event.why()).forEach(why -> values.put("why", why));
        return StatedFact.whole(
                "program", Span.FOR_GOOD, event.effectiveAt(), Collections.unmodifiableMap(values));
    }

    private static String nameOf(Threshold threshold) {
        return threshold.stage() == null
                ? threshold.rule()
                : threshold.rule() + " in " + threshold.stage();
    }

    private static String planned(PlaybookStep step) {
        return "%s (%s, after %d days)".formatted(step.title(), step.side(), step.afterDays());
    }

    private static String nameOf(PilotLimit limit) {
        var per = "pilots per " + limit.per().toLowerCase(Locale.ROOT);
        return limit.of() == null ? per : per + " " + limit.of();
    }

    private static String asked(OwnCriterion criterion) {
        var patterns =
                criterion.patterns().isEmpty()
                        ? ""
                        : " of " + String.join(", ", criterion.patterns());
        var days = criterion.validDays() == null ? "" : " for " + criterion.validDays() + " days";
        return "%s, before %s%s, attested by %s%s"
                .formatted(
                        criterion.statement(),
                        criterion.gate(),
                        patterns,
                        criterion.attestedBy(),
                        days);
    }

    private static String requirements(PatternTemplate pattern) {
        var criteria = String.join(", ", pattern.requires());
        return pattern.rhythmDays() == null
                ? criteria
                : criteria + ", every " + pattern.rhythmDays() + " days";
    }
}
