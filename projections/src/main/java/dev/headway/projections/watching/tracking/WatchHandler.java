package dev.headway.projections.watching.tracking;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AuditEvent;
import dev.headway.contracts.ErasureEvent;
import dev.headway.contracts.ImportEvent;
import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProjectionEvent;
import dev.headway.contracts.SealingEvent;
import dev.headway.contracts.WebhookEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.Restatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The partnerships that events happened to; each is read once, and written once a batch with what
 * is due of it, by {@link dev.headway.projections.watching.rules.DueDates}.
 */
final class WatchHandler implements Projection.BatchHandler {

    private final Map<String, TrackedPartnership> tracked = new HashMap<>();
    private final Set<TrackedPartnership> touched = new LinkedHashSet<>();
    private final WatchedPartnershipTable tables;
    private final ProgramInForce program;
    private final RunningImports imports;
    private final AlertEventHandler alertEvents;
    private WatchPolicy policy;

    WatchHandler(
            WatchedPartnershipTable tables,
            ProgramInForce program,
            RunningImports imports,
            AlertEventHandler alertEvents) {
        this.tables = tables;
        this.program = program;
        this.imports = imports;
        this.alertEvents = alertEvents;
        this.policy = program.policy();
    }

    @Override
    public void on(List<RecordedEvent> page) {
        var partnershipEvents = new ArrayList<RecordedEvent>();
        for (var recorded : page) {
            switch (recorded.event()) {
                case PartnershipEvent _ -> partnershipEvents.add(recorded);
                case AlertEvent event -> alertEvents.on(recorded, event);
                case ImportEvent event -> imports.on(recorded, event);
                case PersonEvent _, PartnerEvent _ -> {
                    // who somebody or a company is makes nothing due
                }
                case ErasureEvent _,
                        SealingEvent _,
                        AuditEvent _,
                        ProjectionEvent _,
                        WebhookEvent _ -> {
                    // what is sealed, read, built anew or sent makes nothing due
                }
                case ProgramChanged changed -> {
                    handle(partnershipEvents);
                    partnershipEvents.clear();
                    flush();
                    var before = policy;
                    policy = program.change(recorded, changed);
                    reevaluate(recorded, before);
                }
            }
        }
        handle(partnershipEvents);
        imports.seen(page);
    }

    /** What is withdrawn and recorded anew in one step is not looked at in between. */
    @Override
    public void restate(Restatement restatement) {
        imports.seen(List.of(restatement.cause()));
        if (restatement.goesOn()) {
            return;
        }
        var id = restatement.partnershipId();
        track(List.of(id));
        var partnership = Objects.requireNonNull(tracked.get(id));
        partnership.restate(restatement, policy);
        touched.add(partnership);
    }

    @Override
    public void flush() {
        tables.write(touched, policy.dates());
        touched.forEach(TrackedPartnership::stored);
        touched.clear();
    }

    @Override
    public int buffered() {
        return tracked.size();
    }

    private void handle(List<RecordedEvent> partnershipEvents) {
        track(partnershipEvents.stream().map(RecordedEvent::stream).distinct().toList());
        for (var recorded : partnershipEvents) {
            var partnership = Objects.requireNonNull(tracked.get(recorded.stream()));
            partnership.on(recorded, (PartnershipEvent) recorded.event(), policy);
            touched.add(partnership);
        }
    }

    /** What waivers excuse, and who carries what, may be asked for no more, or again. */
    private void reevaluate(RecordedEvent changed, WatchPolicy before) {
        var some = tables.withSpans(before.asksWhoMoved() || policy.asksWhoMoved());
        track(some);
        for (var id : some) {
            var partnership = Objects.requireNonNull(tracked.get(id));
            partnership.reevaluate(changed, before, policy);
            touched.add(partnership);
        }
    }

    private void track(List<String> partnerships) {
        var unseen = partnerships.stream().filter(id -> !tracked.containsKey(id)).toList();
        if (!unseen.isEmpty()) {
            tracked.putAll(tables.read(unseen));
        }
    }
}
