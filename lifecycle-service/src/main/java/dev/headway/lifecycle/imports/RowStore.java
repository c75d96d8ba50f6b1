package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.DispatchException;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.ImportPartnership;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import org.springframework.stereotype.Component;

/**
 * Stores a row, patiently: of a file of fifty thousand no row is lost to a store that was busy for
 * a moment. What was not stored is sent again as it is.
 */
@Component
class RowStore {

    /** Each try has waited for the store already; together some seconds. */
    private static final int TRIES = 5;

    private final CommandDispatcher dispatcher;

    RowStore(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * @throws DispatchException.StoreUnavailable when the store is away for longer
     */
    CommandResult store(ImportPartnership row, RequestContext context) {
        for (int tried = 1; ; tried++) {
            try {
                return dispatcher.<CommandResult>send(row, context).answer();
            } catch (DispatchException.StoreUnavailable away) {
                if (tried == TRIES) {
                    throw away;
                }
            }
        }
    }
}
