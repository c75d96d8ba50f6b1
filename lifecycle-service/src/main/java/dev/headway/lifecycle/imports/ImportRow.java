package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.partnership.ImportPartnership;
import java.util.List;

/** A row of the file, as far as it can be checked without knowing what is stored. */
sealed interface ImportRow {

    /** Its place among the rows after the header, from 1; empty lines do not count. */
    int number();

    /** What the file calls the partnership, empty when it does not. */
    String externalKey();

    /** Makes sense by itself. */
    record Valid(int number, ImportPartnership command) implements ImportRow {

        @Override
        public String externalKey() {
            return command.externalKey();
        }
    }

    /** Makes none, for all of these reasons. */
    record Invalid(int number, String externalKey, List<RowError> errors) implements ImportRow {}
}
