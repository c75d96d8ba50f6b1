package dev.headway.projections.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.sessions.SessionSealing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Seals what browsers' sessions hold, all under one key, which is exchanged whenever somebody is
 * forgotten: everybody signs in once more, and nobody reads of whom the sessions before were.
 */
final class SessionKey implements SessionSealing {

    private static final int BYTES = 32;
    private static final byte[] NOTHING = {};

    private final Path file;
    private final DestroyedKeys destroyed;
    private final SecureRandom random;
    private @Nullable AesGcmJce key;
    private long generation = -1;

    SessionKey(OwnerOnlyFolder folder, DestroyedKeys destroyed, SecureRandom random) {
        this.file = folder.resolve("session-key.secret");
        this.destroyed = destroyed;
        this.random = random;
    }

    @Override
    public byte[] sealed(byte[] attribute) {
        try {
            return current().encrypt(attribute, NOTHING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal a session", e);
        }
    }

    @Override
    public Optional<byte[]> opened(byte[] stored) {
        try {
            return Optional.of(current().decrypt(stored, NOTHING));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    /** From now on there is another one. */
    void exchange() {
        try {
            DurableFiles.destroy(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not destroy the key of sessions", e);
        }
    }

    private synchronized AesGcmJce current() {
        var now = destroyed.count();
        if (key == null || generation != now) {
            key = read();
            generation = now;
        }
        return key;
    }

    private AesGcmJce read() {
        try {
            if (Files.exists(file) && DurableFiles.isOverwritten(Files.readString(file))) {
                DurableFiles.destroy(file);
            }
            if (Files.notExists(file)) {
                var bytes = new byte[BYTES];
                random.nextBytes(bytes);
                DurableFiles.writeNew(file, Base64.getEncoder().encodeToString(bytes) + "\n");
            }
            return new AesGcmJce(Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the key of sessions", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " holds no key", e);
        }
    }
}
