package dev.headway.projections.personal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys as simple as they can be. */
public final class KeysInMemory implements PersonalKeys {

    private final Map<String, PersonalKey> keys = new HashMap<>();
    private final Map<String, String> destroyed = new HashMap<>();

    /** Somebody is forgotten. */
    public void destroy(String whose) {
        var key = of(whose);
        keys.remove(whose);
        destroyed.put(whose, key.id());
    }

    @Override
    public PersonalKey of(String whose) {
        return keys.computeIfAbsent(whose, KeysInMemory::made);
    }

    @Override
    public Optional<PersonalKey> find(String whose) {
        return Optional.ofNullable(keys.get(whose));
    }

    @Override
    public Optional<String> destroyedKeyOf(String whose) {
        return Optional.ofNullable(destroyed.get(whose));
    }

    @Override
    public Optional<PersonalKey> byId(String keyId) {
        if (destroyed.containsValue(keyId)) {
            return Optional.empty();
        }
        return Optional.of(
                keys.values().stream()
                        .filter(key -> key.id().equals(keyId))
                        .findFirst()
                        .orElseThrow(() -> new UnknownKeyException(keyId, new Exception())));
    }

    @Override
    public long generation() {
        return destroyed.size();
    }

    @Override
    public String index(String text) {
        return text;
    }

    /** With an id that follows from whose it is. */
    private static PersonalKey made(String whose) {
        var bytes = Arrays.copyOf(whose.getBytes(StandardCharsets.UTF_8), PersonalKey.BYTES);
        var id = new StringBuilder();
        for (var i = 0; i < 26; i++) {
            id.append((char) ('a' + Math.floorMod(whose.hashCode() >> i, 26)));
        }
        return new PersonalKey(id.toString(), bytes);
    }
}
