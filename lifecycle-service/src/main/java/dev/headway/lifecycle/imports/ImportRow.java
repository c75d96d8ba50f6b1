package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.partnership.ImportPartnership;
import java.util.List;
import java.util.stream.Stream;

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

    /** The same, of the partnership with this id, which its key is known for. */
    ImportRow of(String partnershipId);

    /** The same, of a key that nobody knows yet, which takes more than one that is known. */
    ImportRow ofNewKey();

    /**
     * Makes sense by itself.
     *
     * @param missing what is wrong with it unless its key is known: then a blank says nothing
     */
    record Valid(Place place, ImportPartnership command, List<RowError> missing)
            implements ImportRow {

        @Override
        public Valid of(String partnershipId) {
            return new Valid(place, command.of(partnershipId), missing);
        }

        @Override
        public ImportRow ofNewKey() {
            return missing.isEmpty() ? this : new Invalid(place, externalKey(), missing, List.of());
        }

        @Override
        public String externalKey() {
            return command.externalKey();
        }
    }

    /**
     * Makes none, for all of these reasons.
     *
     * @param missing what is wrong with it as well unless its key is known
     */
    record Invalid(Place place, String externalKey, List<RowError> errors, List<RowError> missing)
            implements ImportRow {

        @Override
        public Invalid of(String partnershipId) {
            return this;
        }

        @Override
        public Invalid ofNewKey() {
            var all = Stream.concat(errors.stream(), missing.stream()).toList();
            return new Invalid(place, externalKey, all, List.of());
        }
    }
}
