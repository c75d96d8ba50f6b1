package dev.headway.projections.questions.partnership;

import dev.headway.projections.questions.portfolio.ListedPartnership;
import dev.headway.projections.questions.portfolio.PastFilters;
import dev.headway.projections.questions.portfolio.PortfolioItem;
import dev.headway.projections.questions.portfolio.WhichPartnershipsFit;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private static final int CHUNK = 100;

    private final WhichPartnershipsFit partnerships;
    private final KnownPartnershipLoader lives;
    private final WhatDoesTheProgramAskFor program;

    PastPortfolio(
            WhichPartnershipsFit partnerships,
            KnownPartnershipLoader lives,
            WhatDoesTheProgramAskFor program) {
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
     * Looks on after a partnership.
     *
     * @param after its id, empty for the first
     * @param limit how many to find at most
     * @param looks how many to look at, at most
     */
    Found look(AsOf asOf, PastFilters filters, String after, int limit, int looks) {
        var found = new ArrayList<ListedPartnership>();
        var last = after;
        var looked = 0;
        List<String> chunk;
        do {
            chunk = partnerships.after(last, CHUNK);
            for (var id : chunk) {
                if (found.size() == limit || looked == looks) {
                    return new Found(found, last);
                }
                item(id, asOf, filters).ifPresent(found::add);
                last = id;
                looked++;
            }
        } while (chunk.size() == CHUNK);
        return new Found(found, null);
    }

    private Optional<ListedPartnership> item(String id, AsOf asOf, PastFilters filters) {
        return asOf.find(id, lives)
                .flatMap(known -> item(known, Objects.requireNonNull(asOf.at()), filters));
    }

    private Optional<ListedPartnership> item(
            KnownPartnership known, Instant at, PastFilters filters) {
        var item = PortfolioItem.of(known.entry(), known.clock(), program.thresholds(), at, null);
        return filters.have(known.entry(), item)
                ? Optional.of(new ListedPartnership(item, known.nextStep(), null, null, null))
                : Optional.empty();
    }
}
