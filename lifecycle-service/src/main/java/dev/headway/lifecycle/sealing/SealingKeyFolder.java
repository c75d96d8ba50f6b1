package dev.headway.lifecycle.sealing;

import dev.headway.projections.audit.transparency.SigningKey;
import dev.headway.projections.home.OwnerOnlyFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The key that seals, made at the first start and kept. While it is exchanged for another one, the
 * one before lies beside it under another name, and both sign.
 */
record SealingKeyFolder(OwnerOnlyFolder folder, SecureRandom random) {

    private static final String KEY = "signing-key.secret";
    private static final String PREVIOUS = "previous-signing-key.secret";

    static SealingKeyFolder under(Path home, SecureRandom random) {
        return new SealingKeyFolder(OwnerOnlyFolder.at(home.resolve("sealing")), random);
    }

    /** The newest first. */
    List<SigningKey> keys() {
        var keys = new ArrayList<SigningKey>();
        keys.add(key(KEY));
        if (Files.exists(folder.resolve(PREVIOUS))) {
            keys.add(key(PREVIOUS));
        }
        return keys;
    }

    private SigningKey key(String name) {
        try {
            return SigningKey.parse(folder.keep(name, () -> SigningKey.newSecret(random)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(folder.resolve(name) + " holds no key", e);
        }
    }
}
