package dev.headway.projections.personal;

import java.util.Optional;

/**
 * A key for each person, outside of the event database. Whoever keeps them says who is whom: {@code
 * #} and the id of a person in the directory, or {@code =} and the folded text of a name.
 */
public interface PersonalKeys {

    /** The key of somebody, made where there is none. */
    PersonalKey of(String whose);

    /** The same, where there is one. */
    Optional<PersonalKey> find(String whose);

    /**
     * The id of the key that somebody had, where it was destroyed and events from before keys still
     * name them.
     */
    Optional<String> destroyedKeyOf(String whose);

    /**
     * By its id; empty where it was destroyed.
     *
     * @throws UnknownKeyException where there never was one, as far as anybody can tell
     */
    Optional<PersonalKey> byId(String keyId);

    /**
     * Grows whenever a key was destroyed, here or on another node: what was opened is forgotten.
     */
    long generation();

    /** A keyed hash of a text, by which it is found and not guessed. */
    String index(String text);
}
