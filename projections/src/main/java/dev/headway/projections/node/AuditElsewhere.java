package dev.headway.projections.node;

import dev.headway.contracts.AuditEvent.AskedFilter;
import dev.headway.projections.audit.AuditAccess;
import dev.headway.projections.http.Problem;
import java.util.List;

/** Who looks at the audit is recorded where events are stored, so that is where it is looked at. */
final class AuditElsewhere implements AuditAccess {

    @Override
    public long searched(List<AskedFilter> filters) {
        throw Problem.misdirected("lifecycle");
    }

    @Override
    public void exported(List<AskedFilter> filters, long checkpointSize) {
        throw Problem.misdirected("lifecycle");
    }

    @Override
    public void packMade(String quarter, List<AskedFilter> filters) {
        throw Problem.misdirected("lifecycle");
    }

    @Override
    public void eventsRead(long after, List<AskedFilter> filters) {
        throw Problem.misdirected("lifecycle");
    }
}
