package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.RowImported;
import dev.headway.contracts.Stage;
import dev.headway.contracts.written.FoldedText;
import dev.headway.partnership.state.Objectives.Objective;
import dev.headway.partnership.state.Obligations.Obligation;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.Steps.Step;
import dev.headway.partnership.state.Waivers.Waiver;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

/**
 * A partnership's state in a form that can be written down, so that ten thousand events load like
 * ten. A cache: whoever changes the shape of the state raises {@link #REVISION}, and what was
 * written before is made anew from the events.
 */
public record PartnershipSnapshot(
        String partnershipId,
        Stage stage,
        @Nullable Instant parkedUntil,
        String name,
        Partner partner,
        @Nullable String pattern,
        Instant lastMoveAt,
        @Nullable Instant lastMotionAt,
        List<KeptEvent> grounds,
        int wins,
        List<String> customers,
        String latestWin,
        List<KeptMeasurements> measurements,
        List<Step> steps,
        List<Waiver> waivers,
        List<Objective> objectives,
        Set<Long> occurrences,
        List<Obligation> obligations,
        Map<Stage, Instant> imported,
        @Nullable RowImported row,
        boolean hadCustomers,
        boolean voided) {

    public static final String REVISION = "6";

    public static PartnershipSnapshot of(String partnershipId, Registered state) {
        var facts = state.facts();
        var evidence = facts.evidence();
        return new PartnershipSnapshot(
                partnershipId,
                state.stage(),
                state instanceof PartnershipState.Prospect prospect ? prospect.parkedUntil() : null,
                facts.name(),
                facts.partner(),
                facts.pattern(),
                facts.lastMoveAt(),
                facts.lastMotionAt(),
                KeptEvent.of(evidence.latestEvents()),
                evidence.jointWins().count(),
                List.copyOf(evidence.jointWins().customers().values()),
                evidence.jointWins().latest(),
                KeptMeasurements.of(evidence.measurements()),
                List.copyOf(evidence.steps().byId().values()),
                List.copyOf(evidence.waivers().byId().values()),
                List.copyOf(evidence.objectives().byId().values()),
                evidence.occurrences().digests(),
                List.copyOf(facts.obligations().byId().values()),
                facts.imported().enteredAt(),
                facts.imported().lastRow(),
                facts.hadCustomers(),
                facts.voided());
    }

    public Registered state() {
        var facts = facts();
        return switch (stage) {
            case PROSPECT -> new PartnershipState.Prospect(facts, parkedUntil);
            case PILOT -> new PartnershipState.Pilot(facts);
            case LAUNCH -> new PartnershipState.Launched(facts);
            case SCALED -> new PartnershipState.Scaled(facts);
            case SUNSET -> new PartnershipState.Sunset(facts);
        };
    }

    private PartnershipFacts facts() {
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                lastMoveAt,
                lastMotionAt,
                new Evidence(
                        KeptEvent.latestEvents(grounds),
                        new JointWins(
                                wins, HashTreePMap.from(by(customers, FoldedText::new)), latestWin),
                        KeptMeasurements.measurements(measurements),
                        new Steps(HashTreePMap.from(by(steps, Step::stepId))),
                        new Waivers(HashTreePMap.from(by(waivers, Waiver::waiverId))),
                        new Objectives(HashTreePMap.from(by(objectives, Objective::objectiveId))),
                        new Occurrences(HashTreePSet.from(occurrences))),
                new Obligations(HashTreePMap.from(by(obligations, Obligation::obligationId))),
                new ImportedHistory(HashTreePMap.from(imported), row),
                hadCustomers,
                voided);
    }

    private static <K, V> Map<K, V> by(Collection<V> values, Function<V, K> id) {
        return values.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
