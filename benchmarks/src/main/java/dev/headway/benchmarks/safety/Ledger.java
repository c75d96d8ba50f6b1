package dev.headway.benchmarks.safety;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the callers know: every command by its key, from before it is sent until its outcome is
 * certain. The key is in the event as well, as the touchpoint's summary.
 */
public final class Ledger {

    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> askedAgain = ConcurrentHashMap.newKeySet();

    public void begin(String key) {
        open.add(key);
    }

    public void acknowledge(String key) {
        acknowledged.add(key);
        open.remove(key);
    }

    /** Certainly without effect. */
    public void refuse(String key) {
        refused.add(key);
        open.remove(key);
    }

    /** Nobody knew what came of it, so it was sent again. */
    public void askAgain(String key) {
        askedAgain.add(key);
    }

    public int certain() {
        return acknowledged.size() + refused.size();
    }

    public Set<String> unknown() {
        return open;
    }

    public Set<String> acknowledged() {
        return acknowledged;
    }

    public Set<String> refused() {
        return refused;
    }

    public int askedAgain() {
        return askedAgain.size();
    }
}
