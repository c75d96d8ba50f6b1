package dev.headway.lifecycle.program;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.contracts.Role;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A criterion of the program's own as JSON. */
record CriterionBody(
        @NotBlank @Size(max = 100) String id,
        @NotNull Stage gate,
        @NotBlank @Size(max = 1000) String statement,
        @Nullable @Size(max = 5) List<@NotNull Pattern> patterns,
        @NotNull Role attestedBy,
        @Nullable @Min(1) @Max(3700) Integer validDays) {

    /** Those who write partnerships: nobody else could give their word. */
    private static final Set<Role> WRITERS = Set.of(Role.MANAGER, Role.APPROVER);

    private static final Set<String> TAKEN = Set.copyOf(Criteria.WAIVABLE);

    /** Null for none. */
    static @Nullable List<CriterionBody> of(List<OwnCriterion> criteria) {
        return criteria.isEmpty() ? null : criteria.stream().map(CriterionBody::of).toList();
    }

    private static CriterionBody of(OwnCriterion own) {
        return new CriterionBody(
                own.id(),
                Stage.valueOf(own.gate()),
                own.statement(),
                own.patterns().stream().map(Pattern::valueOf).toList(),
                Role.valueOf(own.attestedBy()),
                own.validDays());
    }

    /**
     * @throws Problem 400 naming everything that no gate could ask for
     */
    static List<OwnCriterion> parse(List<CriterionBody> criteria) {
        var errors = new ArrayList<FieldError>();
        var ids = new HashSet<String>();
        for (var at = 0; at < criteria.size(); at++) {
            var each = criteria.get(at);
            var pointer = "/criteria/" + at;
            if (!Criteria.isId(each.id())) {
                errors.add(new FieldError(pointer + "/id", Criteria.ID));
            } else if (TAKEN.contains(each.id())) {
                errors.add(new FieldError(pointer + "/id", "is a criterion of every program"));
            } else if (!ids.add(each.id())) {
                errors.add(new FieldError(pointer + "/id", "stands there twice"));
            }
            if (each.gate() == Stage.PROSPECT) {
                errors.add(new FieldError(pointer + "/gate", "no gate stands before PROSPECT"));
            }
            if (!WRITERS.contains(each.attestedBy())) {
                errors.add(
                        new FieldError(
                                pointer + "/attestedBy",
                                "must be a role that writes partnerships: MANAGER or APPROVER"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return criteria.stream().map(CriterionBody::toCriterion).toList();
    }

    private OwnCriterion toCriterion() {
        var named = patterns == null ? List.<Pattern>of() : patterns;
        return new OwnCriterion(
                id,
                gate.name(),
                statement,
                named.stream().map(Pattern::name).distinct().toList(),
                attestedBy.name(),
                validDays);
    }
}
