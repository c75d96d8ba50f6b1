package dev.headway.projections.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.headway.contracts.written.Base32;
import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.personal.PersonalKey;
import dev.headway.projections.personal.PersonalKeys;
import dev.headway.projections.personal.UnknownKeyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The keys of people as files: {@code keys/<id>} holds a key, wrapped, and {@code people/<hash>}
 * which one is somebody's. Whoever writes the second of the two first has made the key, on
 * whichever of the nodes that share the folder.
 */
public final class KeyFolder implements PersonalKeys {

    private static final int ID_BYTES = 16;
    private static final int REMEMBERED = 50_000;

    private final OwnerOnlyFolder keys;
    private final OwnerOnlyFolder people;
    private final DestroyedKeys destroyed;
    private final SessionKey sessions;
    private final MasterKey master;
    private final SecureRandom random;
    private final Cache<String, PersonalKey> byPerson = cache();
    private final Cache<String, PersonalKey> byId = cache();

    KeyFolder(
            Path folder,
            DestroyedKeys destroyed,
            SessionKey sessions,
            MasterKey master,
            SecureRandom random) {
        this.keys = OwnerOnlyFolder.at(folder.resolve("keys"));
        this.people = OwnerOnlyFolder.at(folder.resolve("people"));
        this.destroyed = destroyed;
        this.sessions = sessions;
        this.master = master;
        this.random = random;
    }

    @Override
    public PersonalKey of(String whose) {
        var person = master.index(whose);
        return kept(person).or(() -> stored(person)).orElseGet(() -> made(person));
    }

    @Override
    public Optional<PersonalKey> find(String whose) {
        var person = master.index(whose);
        return kept(person).or(() -> stored(person));
    }

    @Override
    public Optional<String> destroyedKeyOf(String whose) {
        return destroyed.of(master.index(whose));
    }

    @Override
    public Optional<PersonalKey> byId(String keyId) {
        if (destroyed.has(keyId)) {
            return Optional.empty();
        }
        var known = byId.getIfPresent(keyId);
        return known == null ? read(keyId) : Optional.of(known);
    }

    /** Whether nothing that was sealed under it is ever read again; also by another node. */
    public boolean isDestroyed(String keyId) {
        return destroyed.hasNow(keyId);
    }

    @Override
    public long generation() {
        return destroyed.count();
    }

    @Override
    public String index(String text) {
        return master.index(text);
    }

    /**
     * Destroys the key of somebody, for good.
     *
     * @param named whether events from before there were keys still name them; they are read as
     *     forgotten from now on
     */
    public void destroy(String whose, boolean named, Instant at) {
        var person = master.index(whose);
        var keyId = idOf(person);
        if (keyId.isEmpty() && named && destroyed.ofNow(person).isEmpty()) {
            keyId = Optional.of(made(person).id());
        }
        keyId.ifPresent(id -> destroy(id, person, named, at));
    }

    private void destroy(String keyId, String person, boolean named, Instant at) {
        try {
            if (!destroyed.has(keyId)) {
                sessions.exchange();
                destroyed.add(keyId, at, named ? Optional.of(person) : Optional.empty());
            }
            DurableFiles.destroy(keys.resolve(keyId));
            DurableFiles.delete(people.resolve(person));
            byId.invalidate(keyId);
            byPerson.invalidate(person);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not destroy the key " + keyId, e);
        }
    }

    private Optional<PersonalKey> kept(String person) {
        var key = byPerson.getIfPresent(person);
        return key == null || destroyed.has(key.id()) ? Optional.empty() : Optional.of(key);
    }

    private Optional<PersonalKey> stored(String person) {
        var key = idOf(person).filter(id -> !resurrected(id, person)).flatMap(this::read);
        key.ifPresent(it -> byPerson.put(person, it));
        return key;
    }

    /** A key that came back with a copy of the folder goes the way it went before. */
    private boolean resurrected(String keyId, String person) {
        var isDestroyed = destroyed.has(keyId);
        if (isDestroyed) {
            destroy(keyId, person, false, Instant.EPOCH);
        }
        return isDestroyed;
    }

    private Optional<String> idOf(String person) {
        try {
            return Optional.of(Files.readString(people.resolve(person)).strip());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read whose a key is", e);
        }
    }

    private PersonalKey made(String person) {
        var id = Base32.encode(randomBytes(ID_BYTES));
        var bytes = randomBytes(PersonalKey.BYTES);
        try {
            DurableFiles.writeNew(keys.resolve(id), master.wrap(id, bytes) + "\n");
            if (!DurableFiles.writeNew(people.resolve(person), id + "\n")) {
                DurableFiles.destroy(keys.resolve(id)); // another one was first
                return stored(person).orElseGet(() -> made(person)); // and destroyed as well
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a key", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        return stored(person).orElseGet(() -> made(person));
    }

    /** Empty where another node destroyed it this moment. */
    private Optional<PersonalKey> read(String keyId) {
        try {
            var key = unwrapped(keyId);
            byId.put(keyId, key);
            return Optional.of(key);
        } catch (UnknownKeyException | IllegalStateException e) {
            if (destroyed.hasNow(keyId)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private PersonalKey unwrapped(String keyId) {
        try {
            var wrapped = Files.readString(keys.resolve(keyId)).strip();
            return new PersonalKey(keyId, master.unwrap(keyId, wrapped));
        } catch (NoSuchFileException e) {
            throw new UnknownKeyException(keyId, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key " + keyId, e);
        }
    }

    private byte[] randomBytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static <K> Cache<K, PersonalKey> cache() {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }
}
