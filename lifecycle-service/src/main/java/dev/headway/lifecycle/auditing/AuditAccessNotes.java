package dev.headway.lifecycle.auditing;

import dev.headway.contracts.AuditEvent;
import dev.headway.contracts.AuditEvent.AskedFilter;
import dev.headway.contracts.AuditEvent.AuditExported;
import dev.headway.contracts.AuditEvent.AuditSearched;
import dev.headway.contracts.AuditEvent.EventsRead;
import dev.headway.contracts.AuditEvent.PackMade;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.http.CurrentRequest;
import dev.headway.projections.audit.AuditAccess;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Has each look at the audit recorded, by whoever asks in the request that is being answered. */
@Component
class AuditAccessNotes implements AuditAccess {

    private final CommandDispatcher dispatcher;
    private final CurrentRequest request;
    private final IdGenerator ids;
    private final Clock clock;

    AuditAccessNotes(
            CommandDispatcher dispatcher, CurrentRequest request, IdGenerator ids, Clock clock) {
        this.dispatcher = dispatcher;
        this.request = request;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public long searched(List<AskedFilter> filters) {
        return note(new AuditSearched(newId(), filters, now()));
    }

    @Override
    public void exported(List<AskedFilter> filters, long checkpointSize) {
        note(new AuditExported(newId(), filters, checkpointSize, now()));
    }

    @Override
    public void packMade(String quarter, List<AskedFilter> filters) {
        note(new PackMade(newId(), quarter, filters, now()));
    }

    @Override
    public void eventsRead(long after, List<AskedFilter> filters) {
        note(new EventsRead(newId(), after, filters, now()));
    }

    private long note(AuditEvent access) {
        return dispatcher.send(new NoteAuditAccess(access), request.context()).position();
    }

    private String newId() {
        return ids.generateId().toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
