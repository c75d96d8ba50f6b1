package dev.headway.lifecycle.eventstore;

import dev.headway.lifecycle.eventstore.AppendContext.IdempotencyRow;
import java.util.ArrayList;
import java.util.List;

/** A group of commands, laid out as {@code append_events} takes it; commands count from 1. */
record AppendParameters(
        List<Integer> commandEvents,
        List<Integer> eventCommand,
        List<EventRow> events,
        List<Integer> keyCommand,
        List<IdempotencyRow> keys) {

    static AppendParameters of(List<PendingAppend> group) {
        var parameters =
                new AppendParameters(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        for (var append : group) {
            parameters.add(append);
        }
        return parameters;
    }

    private void add(PendingAppend append) {
        commandEvents.add(append.events().size());
        var command = commandEvents.size();
        for (var event : append.events()) {
            eventCommand.add(command);
            events.add(event);
        }
        if (append.keyed() != null) {
            keyCommand.add(command);
            keys.add(append.keyed());
        }
    }
}
