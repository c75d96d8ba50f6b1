package dev.headway.lifecycle.people;

import dev.headway.contracts.written.FoldedText;
import dev.headway.contracts.written.Personal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose something is: a person of the directory, or somebody who is a name only, as a team or a
 * partner's staff.
 *
 * @param name as shown at this moment
 * @param id the person in the directory, or null
 */
public record Owner(@Personal(id = "id") String name, @Nullable String id) {

    /** Somebody who is a name only. */
    public static Owner named(String name) {
        return new Owner(name, null);
    }

    /** Whether this is what is on record: the same person, or the very same text. */
    public boolean isRecordedAs(String name, @Nullable String id) {
        return Objects.equals(id, this.id) && (id != null || name.equals(this.name));
    }

    /** Whether people take the two for the same: the same person, or a text spelt alike. */
    public boolean isMeantBy(String name, @Nullable String id) {
        return Objects.equals(id, this.id)
                && (id != null || new FoldedText(name).equals(new FoldedText(this.name)));
    }
}
