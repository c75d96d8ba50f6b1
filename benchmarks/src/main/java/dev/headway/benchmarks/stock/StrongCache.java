package dev.headway.benchmarks.stock;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/** Forgets nothing, so that the stock store is not slowed by Axon's weak references. */
@SuppressWarnings("unchecked")
final class StrongCache implements Cache {

    private final Map<Object, Object> remembered = new ConcurrentHashMap<>();

    @Override
    public <K, V> @Nullable V get(K key) {
        return (V) remembered.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        remembered.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return remembered.putIfAbsent(key, value) == null;
    }

    @Override
    public <T> T computeIfAbsent(Object key, Supplier<T> value) {
        return (T) remembered.computeIfAbsent(key, _ -> value.get());
    }

    @Override
    public boolean remove(Object key) {
        return remembered.remove(key) != null;
    }

    @Override
    public void removeAll() {
        remembered.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return remembered.containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        remembered.computeIfPresent(key, (_, value) -> update.apply((V) value));
    }
}
