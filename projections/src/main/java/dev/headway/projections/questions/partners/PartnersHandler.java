package dev.headway.projections.questions.partners;

import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.PartnerEvent.PartnerMerged;
import dev.headway.contracts.PartnerEvent.PartnerNamed;
import dev.headway.contracts.PartnerEvent.PartnerRenamed;
import dev.headway.contracts.PartnerEvent.PartnerUnmerged;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnerAssigned;
import dev.headway.contracts.PartnershipEvent.PartnerDescribed;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipVoided;
import dev.headway.contracts.PartnershipEvent.VoidingEvent;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.questions.PartnershipEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Works out whom partnerships are with, event by event in the order of the log: where a name leads
 * depends on what was said of it before. A partnership goes where its partner's name leads when it
 * is given that name, unless it is there already, and stays when the name comes to lead elsewhere.
 */
final class PartnersHandler implements BatchHandler {

    private final PartnerTables tables;

    /** The rows of the partnerships of a page, changed or not, and whose partner has changed. */
    private final Map<String, PartneredRow> rows = new HashMap<>();

    private final Map<String, PartneredRow> changed = new LinkedHashMap<>();
    private final Set<String> touched = new TreeSet<>();

    /** Where the names of a page lead that do not lead where their ids follow from. */
    private final Map<String, String> names = new HashMap<>();

    PartnersHandler(PartnerTables tables) {
        this.tables = tables;
    }

    @Override
    public void on(List<RecordedEvent> page) {
        var some = new ArrayList<RecordedEvent>();
        for (var recorded : page) {
            if (recorded.event() instanceof PartnerEvent event) {
                handle(some);
                some.clear();
                handle(event, recorded.version());
            } else if (recorded.event() instanceof PartnershipEvent event && tells(event)) {
                some.add(recorded);
            }
        }
        handle(some);
    }

    private static boolean tells(PartnershipEvent event) {
        return event instanceof PartnershipRegistered
                || event instanceof PartnerDescribed
                || event instanceof PartnerAssigned
                || event instanceof VoidingEvent;
    }

    private void handle(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        rows.putAll(tables.partnered(PartnershipEvents.partnerships(events)));
        names.putAll(tables.names(namesIn(events)));
        events.forEach(this::handle);
        store();
        rows.clear();
        names.clear();
    }

    private static Set<String> namesIn(List<RecordedEvent> events) {
        var names = new TreeSet<String>();
        for (var recorded : events) {
            if (recorded.event() instanceof PartnershipRegistered event) {
                names.add(new FoldedText(event.partnerName()).text());
            } else if (recorded.event() instanceof PartnerDescribed event) {
                names.add(new FoldedText(event.partnerName()).text());
            }
        }
        return names;
    }

    private void handle(RecordedEvent recorded) {
        var id = recorded.stream();
        var known = rows.get(id);
        if (known == null) {
            if (recorded.event() instanceof PartnershipRegistered event) {
                var partner = ledToBy(new FoldedText(event.partnerName()).text());
                put(PartneredRow.of(event, id, partner, recorded.position(), recorded.version()));
            }
        } else if (recorded.version() > known.version()) {
            after(known, recorded);
        }
    }

    private void after(PartneredRow known, RecordedEvent recorded) {
        var version = recorded.version();
        if (recorded.event() instanceof VoidingEvent event) {
            put(known.voided(event instanceof PartnershipVoided, version));
        } else if (recorded.event() instanceof PartnerAssigned event) {
            assign(known, event.partnerId(), version);
        } else if (recorded.event() instanceof PartnerDescribed event) {
            var now = known.described(event, recorded.position(), version);
            if (known.assigned() || now.nameFolded().equals(known.nameFolded())) {
                put(now);
            } else {
                follow(known, now);
            }
        }
    }

    private void assign(PartneredRow known, @Nullable String partner, long version) {
        if (partner != null) {
            leave(known, partner);
            put(known.with(partner, true, false, version));
        } else if (known.assigned()) {
            names.putAll(tables.names(Set.of(known.nameFolded())));
            var led = ledToBy(known.nameFolded());
            leave(known, led);
            put(known.with(led, false, true, version));
        }
    }

    /** Whoever is called what its partner, or the one that it was merged into, goes by stays. */
    private void follow(PartneredRow known, PartneredRow now) {
        var led = ledToBy(now.nameFolded());
        if (led.equals(known.partnerId())) {
            put(now.with(led, false, true, now.version()));
        } else if (tables.root(led).equals(tables.root(known.partnerId()))) {
            put(now.with(known.partnerId(), false, false, now.version()));
        } else {
            leave(known, led);
            put(now.with(led, false, true, now.version()));
        }
    }

    /** The one it leaves is called what it was called up to now, if nobody else names it. */
    private void leave(PartneredRow known, String other) {
        if (!known.partnerId().equals(other)) {
            store();
            touched.add(known.partnerId());
        }
    }

    private String ledToBy(String nameFolded) {
        var named = names.get(nameFolded);
        return named == null ? PartnerId.ofName(new FoldedText(nameFolded)) : named;
    }

    private void put(PartneredRow row) {
        rows.put(row.partnershipId(), row);
        changed.put(row.partnershipId(), row);
        touched.add(row.partnerId());
    }

    private void store() {
        tables.store(changed.values());
        changed.clear();
        tables.refresh(touched);
        touched.clear();
    }

    private void handle(PartnerEvent event, long version) {
        if (tables.version(event.partnerId()) >= version) {
            return;
        }
        switch (event) {
            case PartnerNamed e -> {
                tables.describe(
                        e.partnerId(),
                        e.partnerName(),
                        e.partnerType(),
                        e.partnerWebsite(),
                        version);
                claimIfFree(new FoldedText(e.partnerName()), e.partnerId());
            }
            case PartnerRenamed e -> {
                tables.describe(
                        e.partnerId(),
                        e.partnerName(),
                        e.partnerType(),
                        e.partnerWebsite(),
                        version);
                tables.claim(new FoldedText(e.partnerName()).text(), e.partnerId());
            }
            case PartnerMerged e -> tables.merge(e.partnerId(), e.into(), version);
            case PartnerUnmerged e -> tables.unmerge(e.partnerId(), version);
        }
    }

    /** Who is added beside one of the same name leaves it the name. */
    private void claimIfFree(FoldedText name, String partner) {
        var first = PartnerId.ofName(name);
        if (!first.equals(partner) && !tables.isKnown(first)) {
            tables.claimIfFree(name.text(), partner);
        }
    }
}
