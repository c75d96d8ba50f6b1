package dev.headway.lifecycle.commands;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Caffeine behind Axon's cache: strong and bounded, where Axon's weak references forget too soon.
 */
@SuppressWarnings("unchecked")
class CaffeineCache implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> cache;

    CaffeineCache(com.github.benmanes.caffeine.cache.Cache<Object, Object> cache) {
        this.cache = cache;
    }

    @Override
    public <K, V> @Nullable V get(K key) {
        return (V) cache.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        cache.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return cache.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public <T> T computeIfAbsent(Object key, Supplier<T> value) {
        return (T) cache.get(key, _ -> value.get());
    }

    @Override
    public boolean remove(Object key) {
        return cache.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        cache.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return cache.asMap().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("Nothing here listens to the cache");
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        cache.asMap().computeIfPresent(key, (_, value) -> update.apply((V) value));
    }
}
