package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Seat;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.querying.QueryParameters;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The list's filters on partnerships as they were, one by one: what is in no table has no index.
 * What other questions know is known of the present alone.
 */
public final class PastFilters {

    private static final List<String> OF_THE_PRESENT =
            List.of(
                    "openRule",
                    "criteriaHeldAtLeast",
                    "criterionUnmet",
                    "waiversWaiting",
                    "partnerId");

    private final PortfolioFilters filters;

    private PastFilters(PortfolioFilters filters) {
        this.filters = filters;
    }

    public static PastFilters of(QueryParameters query, Principal caller) {
        var filters = PortfolioFilters.of(query, caller);
        OF_THE_PRESENT.stream()
                .filter(query::has)
                .forEach(name -> query.reject(name, "cannot be asked of the past"));
        return new PastFilters(filters);
    }

    /** Whether one is in the list. */
    public boolean have(PortfolioEntry entry, PortfolioItem item) {
        return filters.voided() == entry.voided()
                && isOneOf(filters.stages(), item.stage())
                && isOneOf(filters.patterns(), item.pattern())
                && isOneOf(filters.types(), item.partner().type())
                && isOneOf(filters.classifications(), item.classification())
                && isAs(filters.owner().key(), ownerKey(entry))
                && isAs(filters.externalKey(), entry.externalKey())
                && isAs(filters.segment(), folded(entry.segment()))
                && isVacant(item)
                && isAt(filters.ghost(), item.ghostTown())
                && isGhostThen(item)
                && isAt(filters.stepsSecured(), item.stepsSecured() == 3)
                && isNamedSo(item);
    }

    private static boolean isOneOf(String @Nullable [] words, @Nullable String word) {
        return words == null || (word != null && List.of(words).contains(word));
    }

    /** Null asks for nothing, and an empty text for none. */
    private static boolean isAs(@Nullable String asked, @Nullable String value) {
        return asked == null || Objects.equals(asked.isEmpty() ? null : asked, value);
    }

    private static boolean isAt(@Nullable Boolean asked, boolean value) {
        return asked == null || asked == value;
    }

    private boolean isVacant(PortfolioItem item) {
        return filters.seatsVacant() == 0
                || item.seatsVacant().stream()
                        .anyMatch(
                                seat ->
                                        (filters.seatsVacant() >> Seat.valueOf(seat).ordinal() & 1)
                                                != 0);
    }

    private boolean isGhostThen(PortfolioItem item) {
        var at = item.ghostAt();
        return filters.ghostAt().isOpen() || (at != null && filters.ghostAt().has(at));
    }

    private boolean isNamedSo(PortfolioItem item) {
        var asked = filters.q();
        return asked == null
                || new FoldedText(item.name()).text().contains(asked)
                || new FoldedText(item.partner().name()).text().contains(asked);
    }

    private static @Nullable String ownerKey(PortfolioEntry entry) {
        var owner = entry.life().seats().owner();
        return owner == null ? null : owner.key();
    }

    private static @Nullable String folded(@Nullable String text) {
        return text == null ? null : new FoldedText(text).text();
    }
}
