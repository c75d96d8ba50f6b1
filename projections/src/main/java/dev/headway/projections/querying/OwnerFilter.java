package dev.headway.projections.querying;

import dev.headway.contracts.written.Text;
import dev.headway.projections.personal.AnsweredText;
import dev.headway.projections.tables.OwnerKey;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Whose things a list is narrowed to, by {@code owner} or {@code ownerId}: a text, a person, the
 * caller, or nobody.
 *
 * @param key as {@link OwnerKey} has it; empty for nobody, null where all are listed
 */
public record OwnerFilter(@Nullable String key) {

    private static final String ME = "me";
    private static final String PARAMETER = "owner";

    /** Whether lists take a text for whoever asks, so that nobody could ask for its owner. */
    public static boolean isWhoeverAsks(String owner) {
        return ME.equalsIgnoreCase(Text.clean(owner));
    }

    /** As the query asks for it; {@code owner=me} asks for the caller's. */
    public static OwnerFilter of(QueryParameters query, Principal caller) {
        return named(PARAMETER, query, caller);
    }

    /** The same by other parameters: one of a name, and one of that name and {@code Id}. */
    public static OwnerFilter named(String name, QueryParameters query, Principal caller) {
        var owner = query.textOrNone(name);
        var person = query.text(name + "Id");
        if (owner != null && person != null) {
            query.reject(name + "Id", "cannot be given beside " + name);
        }
        if (person != null) {
            return new OwnerFilter(OwnerKey.ofPerson(person));
        }
        if (owner != null && isWhoeverAsks(owner)) {
            return new OwnerFilter(OwnerKey.ofPerson(caller.getName()));
        }
        return new OwnerFilter(
                owner == null || owner.isEmpty()
                        ? owner
                        : OwnerKey.ofText(AnsweredText.known(owner)));
    }

    /** Whether it is narrowed to what one owner has. */
    public boolean isOfOne() {
        return key != null && !key.isEmpty();
    }

    /** As a condition on the column that holds the key. */
    public void narrow(Conditions conditions, String column) {
        if (key != null && key.isEmpty()) {
            conditions.and(column + " is null");
        } else {
            conditions.and(column + " = :" + PARAMETER, PARAMETER, key);
        }
    }
}
