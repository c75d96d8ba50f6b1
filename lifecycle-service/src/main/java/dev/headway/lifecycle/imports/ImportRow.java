package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.partnership.ImportPartnership;
import java.util.List;

/** A row of the file, as far as it can be checked without knowing what is stored. */
sealed interface ImportRow {

    /**
     * Where a row stands.
     *
     * @param number among the rows after the header, from 1; empty ones do not count
     * @param line of the file, where it begins
     */
    record Place(int number, int line) {}

    Place place();

    /** What the file calls the partnership, empty when it does not. */
    String externalKey();

    /** Makes sense by itself. */
    record Valid(Place place, ImportPartnership command) implements ImportRow {

        /** The same, of the partnership with this id. */
        Valid of(String partnershipId) {
            return new Valid(place, command.of(partnershipId));
        }

        @Override
        public String externalKey() {
            return command.externalKey();
        }
    }

    /** Makes none, for all of these reasons. */
    record Invalid(Place place, String externalKey, List<RowError> errors) implements ImportRow {}
}
