package dev.headway.projections.audit;

import dev.headway.contracts.AuditEvent.AskedFilter;
import java.util.ArrayList;
import java.util.List;

/** Remembers who looked at the audit, for tests of the reading side, where no commands are. */
public final class AccessForTests implements AuditAccess {

    /** What was asked, one text for each look. */
    public final List<String> noted = new ArrayList<>();

    /** Where in the log the next look is noted. */
    public long position = Long.MAX_VALUE;

    @Override
    public long searched(List<AskedFilter> filters) {
        noted.add("searched " + text(filters));
        return position;
    }

    @Override
    public void exported(List<AskedFilter> filters, long checkpointSize) {
        noted.add("exported %d: %s".formatted(checkpointSize, text(filters)));
    }

    @Override
    public void packMade(String quarter, List<AskedFilter> filters) {
        noted.add("pack of " + quarter);
    }

    @Override
    public void eventsRead(long after, List<AskedFilter> filters) {
        noted.add("events after %d: %s".formatted(after, text(filters)));
    }

    private static String text(List<AskedFilter> filters) {
        return String.join(
                "&", filters.stream().map(each -> each.name() + "=" + each.value()).toList());
    }
}
