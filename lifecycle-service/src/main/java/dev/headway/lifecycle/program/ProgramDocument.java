package dev.headway.lifecycle.program;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.lifecycle.commands.ExpectedVersions;
import dev.headway.partnership.policy.Policy;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program policy as JSON.
 *
 * @param version answered; ignored in a request
 * @param thresholds by rule, an ISO-8601 duration or durations by stage, echoed as written
 * @param criteria the program's own; null for none
 * @param limits how many pilots may run at once; null for no limit
 * @param why there is a program at all; null where it does not say
 * @param playbooks by pattern, by stage; null for none
 * @param reason why it is changed; for requests only
 */
record ProgramDocument(
        @Nullable Long version,
        @NotNull @Size(max = 50) Map<String, Object> thresholds,
        @NotNull @Size(max = 100) List<@NotNull @Valid DisqualifierBody> disqualifiers,
        @NotNull Map<Pattern, @NotNull @Valid Template> patterns,
        @Nullable @Size(max = 100) List<@NotNull @Valid CriterionBody> criteria,
        @Nullable @Valid LimitsDocument limits,
        @Nullable @Size(max = 4000) String why,
        @Nullable
                Map<
                        Pattern,
                        @NotNull Map<
                                Stage,
                                @NotNull @Size(max = 50) List<@NotNull @Valid PlaybookStepBody>>>
                playbooks,
        @Nullable @Size(max = 4000) String reason) {

    record DisqualifierBody(
            @NotBlank @Size(max = 100) String id, @NotBlank @Size(max = 4000) String statement) {}

    record Template(
            @NotNull @Size(max = 100) List<@NotNull String> requires,
            @Nullable @Min(1) @Max(366) Integer rhythmDays) {}

    static ProgramDocument of(Policy policy) {
        var patterns = new LinkedHashMap<Pattern, Template>();
        policy.patterns()
                .forEach(
                        template ->
                                patterns.put(
                                        Pattern.valueOf(template.pattern()),
                                        new Template(template.requires(), template.rhythmDays())));
        return new ProgramDocument(
                policy.version(),
                ThresholdsDocument.of(policy.thresholds()),
                policy.disqualifiers().stream()
                        .map(d -> new DisqualifierBody(d.id(), d.statement()))
                        .toList(),
                patterns,
                CriterionBody.of(policy.criteria()),
                LimitsDocument.of(policy.pilotLimits()),
                policy.why(),
                PlaybookStepBody.of(policy.playbooks()),
                null);
    }

    /**
     * The change this asks for.
     *
     * @throws Problem 400 naming what is not known or cannot be read
     */
    ChangeProgram change(@Nullable ExpectedVersions expectedVersions) {
        return new ChangeProgram(
                Program.STREAM,
                parseThresholds(),
                parseDisqualifiers(),
                parsePatterns(),
                limits == null ? List.of() : limits.parse(),
                criteria == null ? List.of() : CriterionBody.parse(criteria),
                why == null || why.isEmpty() ? null : why,
                playbooks == null ? List.of() : PlaybookStepBody.parse(playbooks),
                expectedVersions);
    }

    List<Threshold> parseThresholds() {
        return ThresholdsDocument.parse(thresholds);
    }

    /**
     * @throws Problem 400 when an id stands there twice
     */
    List<Disqualifier> parseDisqualifiers() {
        var ids = disqualifiers.stream().map(DisqualifierBody::id).toList();
        if (ids.stream().distinct().count() != ids.size()) {
            refuse(List.of(new FieldError("/disqualifiers", "an id stands there twice")));
        }
        return disqualifiers.stream().map(s -> new Disqualifier(s.id(), s.statement())).toList();
    }

    /**
     * @throws Problem 400 naming every unknown criterion
     */
    List<PatternTemplate> parsePatterns() {
        var errors = new ArrayList<FieldError>();
        patterns.forEach(
                (pattern, template) -> {
                    template.requires().stream()
                            .filter(criterion -> !Criteria.OF_TEMPLATES.contains(criterion))
                            .forEach(
                                    criterion ->
                                            errors.add(
                                                    new FieldError(
                                                            "/patterns/" + pattern + "/requires",
                                                            "no criterion is named " + criterion)));
                });
        refuse(errors);
        return patterns.entrySet().stream()
                .map(
                        entry ->
                                new PatternTemplate(
                                        entry.getKey().name(),
                                        entry.getValue().requires(),
                                        entry.getValue().rhythmDays()))
                .toList();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
