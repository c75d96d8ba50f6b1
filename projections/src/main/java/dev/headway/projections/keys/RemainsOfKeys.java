package dev.headway.projections.keys;

import dev.headway.projections.home.OwnerOnlyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Files of keys that are in the register of destroyed ones: a crash left them behind, or they came
 * back with a copy of the folder. Nothing opens by them here; whoever has the folder and the master
 * key could.
 */
public final class RemainsOfKeys {

    private final OwnerOnlyFolder keys;
    private final DestroyedKeys destroyed;

    RemainsOfKeys(Path folder, DestroyedKeys destroyed) {
        this.keys = OwnerOnlyFolder.at(folder.resolve("keys"));
        this.destroyed = destroyed;
        delete();
    }

    /** Deletes what there is of them; done at every start as well. */
    public void delete() {
        try {
            for (var keyId : destroyed.all()) {
                DurableFiles.destroy(keys.resolve(keyId));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete what is left of a key", e);
        }
    }
}
