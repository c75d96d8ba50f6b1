package dev.headway.lifecycle.imports;

import dev.headway.contracts.ImportEvent;
import dev.headway.contracts.ImportEvent.ImportFinished;
import dev.headway.contracts.ImportEvent.ImportStarted;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One upload, from its first row to its last; what its rows bring is in their own streams. */
@Aggregate(type = "import")
class Import {

    @AggregateIdentifier private @Nullable String importId;

    private boolean finished;

    Import() {}

    /** The beginning or the end of an import was noted. */
    record Noted() {}

    /** One that broke off and goes on has begun already. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Noted decide(StartImport command, Clock clock) {
        if (importId == null) {
            AggregateLifecycle.apply(
                    new ImportStarted(command.importId(), command.rows(), clock.instant()));
        }
        return new Noted();
    }

    @CommandHandler
    Noted decide(FinishImport command, Clock clock) {
        if (!finished) {
            AggregateLifecycle.apply(
                    new ImportFinished(
                            command.importId(),
                            command.created(),
                            command.updated(),
                            command.unchanged(),
                            command.rejected(),
                            clock.instant()));
        }
        return new Noted();
    }

    @EventSourcingHandler
    void evolve(ImportEvent event) {
        switch (event) {
            case ImportStarted started -> importId = started.importId();
            case ImportFinished _ -> finished = true;
        }
    }
}
