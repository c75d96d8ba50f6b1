package dev.headway.projections.tables;

import dev.headway.contracts.written.FoldedText;
import org.jspecify.annotations.Nullable;

/**
 * What owners are told apart by in columns and indexes: a person of the directory is one person,
 * whatever they are called; everybody else is a text, however it is spelt. So no text stands for a
 * person, and two people of one name stay two.
 */
public final class OwnerKey {

    private static final String PERSON = "#";
    private static final String TEXT = "=";

    private OwnerKey() {}

    /**
     * @param id the person in the directory, or null for a text
     */
    public static String of(String name, @Nullable String id) {
        return id == null ? ofText(name) : ofPerson(id);
    }

    public static String ofPerson(String id) {
        return PERSON + id;
    }

    /** The person of a key; null where it is a text's. */
    public static @Nullable String person(String key) {
        return key.startsWith(PERSON) ? key.substring(PERSON.length()) : null;
    }

    public static String ofText(String name) {
        return TEXT + new FoldedText(name).text();
    }
}
