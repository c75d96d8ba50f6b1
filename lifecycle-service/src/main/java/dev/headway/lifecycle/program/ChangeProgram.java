package dev.headway.lifecycle.program;

import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.PilotLimit;
import dev.headway.contracts.ProgramEvent.PlaybookStep;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Command;
import dev.headway.lifecycle.commands.ExpectedVersions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the program policy as a whole.
 *
 * @param why there is a program at all, or null
 * @param expectedVersions the versions the caller has seen, or null if it did not say
 */
record ChangeProgram(
        String program,
        List<Threshold> thresholds,
        List<Disqualifier> disqualifiers,
        List<PatternTemplate> patterns,
        List<PilotLimit> pilotLimits,
        List<OwnCriterion> criteria,
        @Nullable String why,
        List<PlaybookStep> playbooks,
        @Nullable ExpectedVersions expectedVersions)
        implements Command {

    @Override
    public String aggregateType() {
        return "program";
    }

    @Override
    public String aggregateId() {
        return program;
    }

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.ADMIN);
    }
}
