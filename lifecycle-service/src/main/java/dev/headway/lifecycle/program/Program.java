package dev.headway.lifecycle.program;

import dev.headway.contracts.ProgramEvent;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.partnership.policy.Policy;
import dev.headway.projections.questions.program.PolicyInForce;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The alliance program: one for the whole service, and one stream of policy changes. */
@Aggregate(type = Program.STREAM)
class Program {

    /** The id of the only program, and the name of its stream. */
    static final String STREAM = PolicyInForce.STREAM;

    @AggregateIdentifier private String program = STREAM;
    private Policy policy = Policy.OUT_OF_THE_BOX;

    Program() {}

    /**
     * What became of a change: the policy in force after it, and whether the caller was too late.
     */
    record Changed(Policy policy, boolean stale) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed decide(ChangeProgram command, Clock clock) {
        var expected = command.expectedVersions();
        if (expected != null && !expected.include(policy.version())) {
            return new Changed(policy, true);
        }
        var event =
                new ProgramChanged(
                        command.thresholds(),
                        command.disqualifiers(),
                        command.patterns(),
                        command.pilotLimits().isEmpty() ? null : command.pilotLimits(),
                        command.criteria().isEmpty() ? null : command.criteria(),
                        command.why(),
                        command.playbooks().isEmpty() ? null : command.playbooks(),
                        clock.instant());
        if (!policy.sameAs(event)) {
            AggregateLifecycle.apply(event);
        }
        return new Changed(policy, false);
    }

    @EventSourcingHandler
    void evolve(ProgramEvent event) {
        policy =
                switch (event) {
                    case ProgramChanged changed -> policy.after(changed);
                };
    }

    String program() {
        return program;
    }
}
