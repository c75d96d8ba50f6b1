package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnershipEvent.DisqualifierScreened;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.verdicts.ScreeningVerdict;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Screens the prospect for one of the program's disqualifiers. */
public record ScreenDisqualifier(
        String partnershipId,
        String disqualifier,
        ScreeningVerdict verdict,
        String note,
        @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var asked = context.policy().disqualifier(disqualifier);
        var event =
                new DisqualifierScreened(
                        disqualifier,
                        asked.map(Disqualifier::statement).orElse(null),
                        verdict.name(),
                        note,
                        context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                disqualifier,
                known ->
                        known.verdict().equals(verdict.name())
                                && known.note().equals(note)
                                && Objects.equals(known.statement(), event.statement()));
    }
}
