package dev.headway.projections.keys;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.headway.projections.home.OwnerOnlyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The register of destroyed keys, a line each: the key's id, when, and, only where events from
 * before keys still name the person, the keyed hash by which they are known. It is written first
 * and never shortened, and belongs into every backup of the keys and into none of the database.
 */
final class DestroyedKeys {

    /** What another node destroyed is known here after this long at most. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private volatile Known known = new Known(-1, Map.of(), Map.of());
    private volatile long lookedAt;

    DestroyedKeys(OwnerOnlyFolder folder) {
        this.file = folder.resolve("destroyed-keys");
        look();
    }

    /**
     * @param length of the file
     * @param keys when each was destroyed
     * @param people the keys of those who are still named, by the hash that they are known by
     */
    private record Known(long length, Map<String, String> keys, Map<String, String> people) {}

    boolean has(String keyId) {
        return current().keys().containsKey(keyId);
    }

    /** The same, whatever another node did a moment ago. */
    boolean hasNow(String keyId) {
        look();
        return known.keys().containsKey(keyId);
    }

    Optional<String> ofNow(String person) {
        look();
        return of(person);
    }

    Set<String> all() {
        return current().keys().keySet();
    }

    Optional<String> of(String person) {
        return Optional.ofNullable(current().people().get(person));
    }

    /** Grows with each key. */
    long count() {
        return current().length();
    }

    void add(String keyId, Instant at, Optional<String> person) {
        var line = keyId + " " + at + person.map(" "::concat).orElse("") + "\n";
        try (var channel = FileChannel.open(file, APPEND, CREATE)) {
            DurableFiles.write(channel, endsWithin(file) ? "\n" + line : line);
            DurableFiles.forceFolderOf(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the register of destroyed keys", e);
        }
        look();
    }

    /** Whether power failed in the middle of its last line. */
    private static boolean endsWithin(Path file) throws IOException {
        var text = Files.readString(file);
        return !text.isEmpty() && !text.endsWith("\n");
    }

    private Known current() {
        if (System.nanoTime() - lookedAt > LOOK_AGAIN_NANOS) {
            look();
        }
        return known;
    }

    private synchronized void look() {
        try {
            var length = Files.exists(file) ? Files.size(file) : 0;
            if (length != known.length()) {
                known = read(length);
            }
            lookedAt = System.nanoTime();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the register of destroyed keys", e);
        }
    }

    private Known read(long length) throws IOException {
        var keys = new HashMap<String, String>();
        var people = new HashMap<String, String>();
        if (length > 0) {
            for (var line : Files.readAllLines(file)) {
                if (line.isBlank()) {
                    continue;
                }
                var words = line.split(" ");
                keys.put(words[0], words.length > 1 ? words[1] : "");
                if (words.length > 2) {
                    people.put(words[2], words[0]);
                }
            }
        }
        return new Known(length, Map.copyOf(keys), Map.copyOf(people));
    }
}
