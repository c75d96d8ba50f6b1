package dev.headway.projections.questions.histories;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.log.UndecodableEventException;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.questions.portfolio.DescribedPartnerships;
import dev.headway.projections.questions.portfolio.DescribedPartnerships.Described;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The histories of all partnerships that the list of them has. */
@Component
public class EveryHistory {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = DescribedPartnerships.POSITION;

    /** How many are read by one statement. */
    private static final int AT_ONCE = 200;

    private final DescribedPartnerships partnerships;
    private final EventLog log;

    EveryHistory(DescribedPartnerships partnerships, EventLog log) {
        this.partnerships = partnerships;
        this.log = log;
    }

    /**
     * What happened to one partnership.
     *
     * @param events what holds of it, in the order in which it was recorded: nothing that was
     *     withdrawn, and nothing at all of a partnership that is voided
     */
    public record History(Described partnership, List<RecordedEvent> events) {}

    /**
     * What histories come to.
     *
     * @param all of every partnership that is not voided
     * @param unreadable how many partnerships are missing, since this version of Headway cannot
     *     read what happened to them
     */
    public record Told<T>(List<T> all, int unreadable) {}

    /** What happened to one; empty where there is no such partnership. */
    public Optional<History> of(String partnershipId) {
        return partnerships
                .find(partnershipId)
                .map(each -> standing(each, log.ofStream(partnershipId, Long.MAX_VALUE)));
    }

    /** What all of them come to; only those that changed are read. */
    public <T> Told<T> tell(RememberedHistories<T> memory) {
        return memory.upToDate(log, () -> told(memory, partnerships.all()));
    }

    /** What those of some partnerships come to, voided ones aside. */
    public <T> Told<T> tell(RememberedHistories<T> memory, Collection<String> partnershipIds) {
        return memory.upToDate(log, () -> told(memory, partnerships.all(partnershipIds)));
    }

    private <T> Told<T> told(RememberedHistories<T> memory, List<Described> some) {
        var told = new ArrayList<T>();
        var changed = new ArrayList<Described>();
        for (var each : some) {
            memory.find(each).ifPresentOrElse(told::add, () -> changed.add(each));
        }
        var unreadable = 0;
        for (var from = 0; from < changed.size(); from += AT_ONCE) {
            var page = changed.subList(from, Math.min(changed.size(), from + AT_ONCE));
            var read = read(page);
            read.forEach(history -> told.add(memory.remember(history)));
            unreadable += page.size() - read.size();
        }
        return new Told<>(told, unreadable);
    }

    /** Of all of these, or of those that can be read. */
    private List<History> read(Collection<Described> some) {
        try {
            var ids = some.stream().map(Described::partnershipId).toList();
            var known = log.ofShortStreams(ids);
            return some.stream().map(each -> standing(each, recorded(each, known))).toList();
        } catch (UndecodableEventException _) {
            return some.size() == 1
                    ? List.of()
                    : some.stream().flatMap(each -> read(List.of(each)).stream()).toList();
        }
    }

    private List<RecordedEvent> recorded(Described each, Map<String, List<RecordedEvent>> known) {
        var events = known.get(each.partnershipId());
        return events == null ? log.ofStream(each.partnershipId(), Long.MAX_VALUE) : events;
    }

    private static History standing(Described partnership, List<RecordedEvent> recorded) {
        return new History(
                partnership,
                partnership.isVoided()
                        ? List.of()
                        : Restatement.standing(
                                recorded.stream()
                                        .filter(each -> each.event() instanceof PartnershipEvent)
                                        .toList()));
    }
}
