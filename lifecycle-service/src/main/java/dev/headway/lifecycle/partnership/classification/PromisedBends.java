package dev.headway.lifecycle.partnership.classification;

import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.contracts.PartnershipEvent.PromisedBend;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A promise that is put off, or is put into other words by a correction, is the same promise: it
 * keeps its id, and with it its delivery. Each known promise is kept once.
 */
final class PromisedBends {

    private final List<PromisedBend> bends;
    private final List<PromisedBend> known;
    private final Set<Integer> settled = new HashSet<>();

    private PromisedBends(List<PromisedBend> bends, List<PromisedBend> known) {
        this.bends = new ArrayList<>(bends);
        this.known = new ArrayList<>(known);
    }

    /** Promised again: to the same end, perhaps on another day. */
    static List<PromisedBend> again(List<PromisedBend> bends, PartnershipState state) {
        return new PromisedBends(bends, promisedIn(state))
                .keepingIds(PromisedBends::isSamePromise)
                .bends;
    }

    /** Promised otherwise than it was recorded: on another day or in other words. */
    static List<PromisedBend> corrected(List<PromisedBend> bends, PartnershipClassified recorded) {
        return new PromisedBends(bends, recorded.bends())
                .keepingIds(PromisedBends::isSamePromise)
                .keepingIds((one, other) -> one.bend().equals(other.bend()))
                .bends;
    }

    private static List<PromisedBend> promisedIn(PartnershipState state) {
        return state instanceof Registered registered
                ? registered
                        .facts()
                        .evidence()
                        .latestEvents()
                        .latest(PartnershipClassified.class)
                        .map(PartnershipClassified::bends)
                        .orElse(List.of())
                : List.of();
    }

    private PromisedBends keepingIds(BiPredicate<PromisedBend, PromisedBend> same) {
        keepIds((one, other) -> one.bendId().equals(other.bendId()));
        keepIds(same);
        return this;
    }

    private void keepIds(BiPredicate<PromisedBend, PromisedBend> same) {
        for (int n = 0; n < bends.size(); n++) {
            var bend = bends.get(n);
            var kept = known.stream().filter(each -> same.test(each, bend)).findFirst();
            if (kept.isPresent() && !isTaken(kept.get(), bend) && settled.add(n)) {
                known.remove(kept.get());
                bends.set(
                        n,
                        new PromisedBend(
                                kept.get().bendId(), bend.bend(), bend.what(), bend.dueOn()));
            }
        }
    }

    /** Whether another bend of the list has this id already. */
    private boolean isTaken(PromisedBend kept, PromisedBend by) {
        return bends.stream().anyMatch(each -> each != by && each.bendId().equals(kept.bendId()));
    }

    private static boolean isSamePromise(PromisedBend one, PromisedBend other) {
        return one.bend().equals(other.bend()) && one.what().equals(other.what());
    }
}
