package dev.headway.projections.questions.partners;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant.Named;
import org.jspecify.annotations.Nullable;

/**
 * A company as the list shows it.
 *
 * @param website null for none
 * @param partnerships how many are with it, or with those that were merged into it
 * @param quietest the one whose ghost clock ran longest, or null where none runs
 * @param mergedInto where it went in the end, or null
 * @param version how many events say something of the company itself
 * @param nameFolded what it is sorted by
 */
public record PartnerItem(
        String id,
        String name,
        String type,
        @Nullable String website,
        int partnerships,
        @Nullable Quietest quietest,
        @Nullable Named mergedInto,
        long version,
        @JsonIgnore String nameFolded) {

    /**
     * A partnership that nothing has moved for so long.
     *
     * @param quietDays whole days of 24 hours
     */
    public record Quietest(String id, String name, int quietDays) {}
}
