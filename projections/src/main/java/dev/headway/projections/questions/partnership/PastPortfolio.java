package dev.headway.projections.questions.partnership;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.querying.AsOf;
import dev.headway.projections.questions.portfolio.ListedPartnership;
import dev.headway.projections.questions.portfolio.PastFilters;
import dev.headway.projections.questions.portfolio.PortfolioItem;
import dev.headway.projections.questions.portfolio.WhichPartnershipsFit;
import dev.headway.projections.questions.program.WhatDidTheProgramAskFor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The portfolio as things stood: nothing of it is kept, so the history of each partnership is read
 * and replayed, one after the other in the order of their ids, and a bounded number at a time.
 */
@Component
class PastPortfolio {

    /** Of so many the histories are read for one page, whatever is found; about a second. */
    static final int MOST_LOOKED_AT = 1_000;

    /** Of so many they are read to count; a few seconds. */
    static final int MOST_COUNTED = 5_000;

    private static final int CHUNK = 100;

    private final WhichPartnershipsFit partnerships;
    private final KnownPartnershipLoader lives;
    private final WhatDidTheProgramAskFor program;

    PastPortfolio(
            WhichPartnershipsFit partnerships,
            KnownPartnershipLoader lives,
            WhatDidTheProgramAskFor program) {
        this.partnerships = partnerships;
        this.lives = lives;
        this.program = program;
    }

    /**
     * What was found.
     *
     * @param last the last one that was looked at, or null where there are no more
     */
    record Found(List<ListedPartnership> items, @Nullable String last) {}

    /**
     * How many there were.
     *
     * @param stages by stage, in the order in which they are lived; every stage is there
     * @param atLeast true where there are too many to look at all of them; else null
     */
    record Counts(int total, Map<Stage, Integer> stages, @Nullable Boolean atLeast) {}

    /** Of each stage, under filters. */
    Counts count(AsOf asOf, PastFilters filters) {
        var stages = new EnumMap<Stage, Integer>(Stage.class);
        for (var stage : Stage.values()) {
            stages.put(stage, 0);
        }
        var found = look(asOf, filters, "", Integer.MAX_VALUE, MOST_COUNTED);
        for (var each : found.items()) {
            stages.merge(Stage.valueOf(each.item().stage()), 1, Integer::sum);
        }
        return new Counts(found.items().size(), stages, found.last() == null ? null : true);
    }

    /**
     * Looks on after a partnership. Those that were not there yet are as if they had never been:
     * whatever came after does not move what is told of before.
     *
     * @param after its id, empty for the first
     * @param limit how many to find at most
     * @param looks how many to look at, at most
     */
    Found look(AsOf asOf, PastFilters filters, String after, int limit, int looks) {
        var thresholds = program.thresholds(asOf);
        var found = new ArrayList<ListedPartnership>();
        var next = after;
        var last = after;
        var looked = 0;
        List<String> chunk;
        do {
            chunk = partnerships.registeredBy(asOf, next, CHUNK);
            for (var id : chunk) {
                var past = lives.asOf(id, asOf);
                if (past.isPresent()) {
                    if (found.size() == limit || looked == looks) {
                        return new Found(found, last);
                    }
                    item(past.get(), asOf, thresholds, filters).ifPresent(found::add);
                    last = id;
                    looked++;
                }
                next = id;
            }
        } while (chunk.size() == CHUNK);
        return new Found(found, null);
    }

    private static Optional<ListedPartnership> item(
            PastPartnership past, AsOf asOf, Thresholds thresholds, PastFilters filters) {
        var known = past.known();
        var at = Objects.requireNonNull(asOf.at());
        var item = PortfolioItem.of(known.entry(), known.clock(), thresholds, at, null);
        return filters.have(known.entry(), item)
                ? Optional.of(
                        ListedPartnership.ofPast(
                                item, known.nextStep(), past.recordedLater().size()))
                : Optional.empty();
    }
}
