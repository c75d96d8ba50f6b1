package dev.headway.lifecycle.eventstore;

import dev.headway.contracts.HeadwayEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of event there is, by the stable name and revision under which it is stored. Collected
 * from the sealed hierarchy, so that a new event needs no registration.
 */
final class EventTypes {

    private final Map<String, Class<? extends HeadwayEvent>> byName = new LinkedHashMap<>();
    private final Map<Class<?>, SerializedType> stored = new LinkedHashMap<>();

    /**
     * @throws IllegalStateException when two events have the same simple name
     */
    EventTypes(Class<? extends HeadwayEvent> root) {
        collect(root);
    }

    private void collect(Class<? extends HeadwayEvent> type) {
        if (stored.containsKey(type)) {
            return; // it touches several things, and is found by each of them
        }
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                collect(permitted.asSubclass(HeadwayEvent.class));
            }
            return;
        }
        var name = type.getSimpleName();
        var namesake = byName.putIfAbsent(name, type);
        if (namesake != null) {
            throw new IllegalStateException(
                    "Two events would be stored as %s: %s and %s"
                            .formatted(name, namesake.getName(), type.getName()));
        }
        stored.put(type, new SimpleSerializedType(name, EventRevisions.of(type)));
    }

    @Nullable Class<? extends HeadwayEvent> named(String name) {
        return byName.get(name);
    }

    @Nullable SerializedType storedAs(Class<?> type) {
        return stored.get(type);
    }

    Iterable<Class<? extends HeadwayEvent>> all() {
        return byName.values();
    }
}
