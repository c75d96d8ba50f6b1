package dev.headway.projections.log;

import dev.headway.contracts.HeadwayEvent;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of event there is, by the stable name and revision under which it is stored. Collected
 * from the sealed hierarchy, so that a new event needs no registration. Whoever writes events and
 * whoever reads them use this one table.
 */
public final class EventTypes {

    private final Map<String, Class<? extends HeadwayEvent>> byName = new LinkedHashMap<>();
    private final Map<Class<?>, StoredType> stored = new LinkedHashMap<>();

    /**
     * @throws IllegalStateException when two events have the same simple name
     */
    public EventTypes() {
        collect(HeadwayEvent.class);
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
        stored.put(type, StoredType.of(type));
    }

    /** The event of that name; null when there is none. */
    public @Nullable Class<? extends HeadwayEvent> named(String name) {
        return byName.get(name);
    }

    /** What events of a class are stored as today; null for anything that is no event. */
    public @Nullable StoredType storedAs(Class<?> type) {
        return stored.get(type);
    }

    /** Every kind of event. */
    public Collection<Class<? extends HeadwayEvent>> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
