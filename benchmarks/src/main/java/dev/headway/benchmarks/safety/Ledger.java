package dev.headway.benchmarks.safety;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the callers know: every command by its key, from before it is sent until its outcome is
 * certain. The key is in the event as well, as the touchpoint's summary.
 */
final class Ledger {

    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> askedAgain = ConcurrentHashMap.newKeySet();

    void begin(String key) {
        open.add(key);
    }

    void acknowledge(String key) {
        acknowledged.add(key);
        open.remove(key);
    }

    /** Certainly without effect. */
    void refuse(String key) {
        refused.add(key);
        open.remove(key);
    }

    /** Nobody knew what came of it, so it was sent again. */
    void askAgain(String key) {
        askedAgain.add(key);
    }

    int certain() {
        return acknowledged.size() + refused.size();
    }

    Set<String> unknown() {
        return open;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    Set<String> refused() {
        return refused;
    }

    int askedAgain() {
        return askedAgain.size();
    }
}
