package dev.headway.projections.audit;

import dev.headway.contracts.Channel;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayAudit;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who changed what, when, on what grounds, and what was refused? Answered for one partnership as
 * its history, in the order that is asked for, and for everything as the entries of the audit;
 * oldest first, in the order in which it was recorded, where nothing else is asked for.
 */
@RestController
public class WhoChangedWhat implements Projection {

    public static final String NAME = "audit";

    private static final int ALL_THAT_FIT = 200;

    private final AuditTable table;
    private final Cursors cursors;
    private final AuditAccess access;

    WhoChangedWhat(AuditTable table, Cursors cursors, AuditAccess access) {
        this.table = table;
        this.cursors = cursors;
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("audit_entry");
    }

    @Override
    public boolean isAskedByCommands() {
        return true;
    }

    @Override
    public BatchHandler open() {
        return table::store;
    }

    /**
     * What happened to a partnership after a position, in order; after 0 it is everything, and
     * empty when there is no such partnership.
     */
    public List<RecordedEvent> historyOf(String partnershipId, long after) {
        return table.historyOf(partnershipId, after);
    }

    /** The same without what people answered to alerts. */
    public List<RecordedEvent> factsOf(String partnershipId) {
        return historyOf(partnershipId, 0).stream()
                .filter(each -> each.event() instanceof PartnershipEvent)
                .toList();
    }

    /**
     * What happened to a partnership after an instant, of some kinds of events; and everything that
     * corrects anything, whenever it was.
     */
    public List<RecordedEvent> toldSince(
            String partnershipId, Instant since, Collection<String> kinds) {
        return table.toldSince(partnershipId, since, kinds);
    }

    /** Where an event stands in the log; empty when there is no such event. */
    public Optional<Long> positionOf(String eventId) {
        return table.positionOf(eventId);
    }

    /** The same of a whole life, in fewer events. */
    public LifeDigest digestOf(String partnershipId) {
        return table.digestOf(partnershipId);
    }

    @MayRead
    @ReadsFrom(NAME)
    @GetMapping("/api/v1/partnerships/{id}/history")
    Page<AuditEntry> history(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        var asked = new QueryParameters("history of " + id, parameters);
        var kinds = asked.anyOf("kind", AuditedEventTypes.asked());
        var page = page(asked, AuditFilters.partnership(id, kinds), HistoryOrder.of(asked));
        if (page.items().isEmpty() && !table.isKnown(id)) {
            throw NotFoundException.partnership();
        }
        return page;
    }

    /**
     * What was said of a company itself, and which others went into it; nothing where nobody said
     * anything.
     */
    public Page<AuditEntry> historyOfPartner(String id, MultiValueMap<String, String> parameters) {
        var asked = new QueryParameters("history of partner " + id, parameters);
        var kinds = asked.anyOf("kind", AuditedEventTypes.asked());
        return page(asked, AuditFilters.partner(id, kinds), HistoryOrder.of(asked));
    }

    /**
     * A search is noted once, with its first page, and sees what had been recorded before it. Its
     * further pages are for nobody else.
     */
    @MayAudit
    @ReadsFrom(NAME)
    @GetMapping("/api/v1/audit/entries")
    Page<AuditEntry> entries(
            @RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var asked = new QueryParameters(NAME + " for " + caller.getName(), parameters);
        var range = asked.range("from", "to");
        var partnership = asked.text("partnership");
        var actor = AuditFilters.actor(asked.text("actor"), caller);
        var kinds = asked.anyOf("kind", AuditedEventTypes.asked());
        var channels = asked.anyOf("channel", QueryParameters.names(Channel.class));
        var time = asked.oneOf("time", List.of("recorded", "effective"), "recorded");
        var order = HistoryOrder.ofLog(asked);
        var place = asked.cursorPosition(cursors).orElse(List.of());
        var limit = asked.limit(ALL_THAT_FIT);
        asked.throwIfInvalid();
        var noted =
                place.isEmpty()
                        ? access.searched(AuditAccess.filters(parameters))
                        : Long.parseLong(place.getLast());
        var filters =
                new AuditFilters(
                        partnership,
                        null,
                        actor,
                        kinds,
                        channels,
                        range.from(),
                        range.to(),
                        time,
                        noted);
        var page =
                Page.of(
                        table.entries(filters, order, place, limit + 1),
                        limit,
                        last ->
                                asked.cursor(
                                        cursors,
                                        Long.toString(last.position()),
                                        Long.toString(noted)));
        table.nameSubjects(page.items());
        return page;
    }

    private Page<AuditEntry> page(QueryParameters asked, AuditFilters filters, HistoryOrder order) {
        var place = asked.cursorPosition(cursors).orElse(List.of());
        var limit = asked.limit(ALL_THAT_FIT);
        asked.throwIfInvalid();
        return Page.of(
                table.entries(filters, order, place, limit + 1),
                limit,
                last -> asked.cursor(cursors, order.placeOf(last)));
    }
}
