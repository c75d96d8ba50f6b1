package dev.headway.lifecycle.alerts;

import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.people.Owner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Alerts that change hands; for whoever hands over all that somebody has. */
@Component
public class AlertHandover {

    private final CommandDispatcher dispatcher;

    AlertHandover(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * What came of it.
     *
     * @param position of the event that says so; 0 when it was of somebody else, or nobody
     * @param refusal why it was not possible, or null
     */
    public record Answer(long position, @Nullable String refusal) {}

    /** Gives an alert to somebody, as long as it is of the one who hands over. */
    public Answer handOver(String alertId, Owner from, Owner to, RequestContext context) {
        Receipt<AlertCommandResult> receipt =
                dispatcher.send(new HandOverAlert(alertId, from, to), context);
        return new Answer(
                receipt.position(),
                switch (receipt.answer()) {
                    case AlertCommandResult.Done _ -> null;
                    case AlertCommandResult.Over over -> over.why();
                    case AlertCommandResult.Broken broken -> broken.message();
                    case AlertCommandResult.Stale _ -> "The alert was answered";
                    case AlertCommandResult.Missing _ -> "There is no such alert";
                });
    }
}
