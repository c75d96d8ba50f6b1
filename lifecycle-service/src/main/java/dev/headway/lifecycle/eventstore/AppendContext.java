package dev.headway.lifecycle.eventstore;

import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one command brings to the store besides its events, and what it gets back. Axon's SPI has no
 * parameter for either, so whoever sends the command binds one around the gateway call:
 *
 * <pre>{@code
 * var context = AppendContext.withoutKey();
 * var result = ScopedValue.where(AppendContext.CURRENT, context).call(() -> gateway.sendAndWait(command));
 * context.position(); // the position of the last event, empty when nothing was appended
 * }</pre>
 *
 * The command must be handled on the caller's thread. One context is for one command.
 */
public final class AppendContext {

    /** The context of the command that this thread is sending. */
    public static final ScopedValue<AppendContext> CURRENT = ScopedValue.newInstance();

    private final @Nullable KeyedResponse keyed;
    private boolean responseStored;
    private long position;

    private AppendContext(@Nullable KeyedResponse keyed) {
        this.keyed = keyed;
    }

    /** For a command without an idempotency key. */
    public static AppendContext withoutKey() {
        return new AppendContext(null);
    }

    /**
     * For a command whose response is stored in the transaction that stores its events. When
     * nothing was appended ({@link #responseStored()} is false) store the response with {@link
     * IdempotencyRecords#store}.
     *
     * @param response makes the response from the command handler's result, just before the append
     */
    public static AppendContext withKey(
            IdempotencyKey key,
            String fingerprint,
            Function<@Nullable Object, StoredResponse> response) {
        return new AppendContext(new KeyedResponse(key, fingerprint, response));
    }

    /** The position of the last event this command appended; empty when it appended none. */
    public OptionalLong position() {
        return position == 0 ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** Whether the response was stored together with the events. */
    public boolean responseStored() {
        return responseStored;
    }

    @Nullable IdempotencyRow idempotencyRow(@Nullable Object result) {
        return keyed == null || responseStored
                ? null
                : new IdempotencyRow(keyed.key, keyed.fingerprint, keyed.response.apply(result));
    }

    void appended(long lastPosition) {
        position = lastPosition;
        responseStored = keyed != null;
    }

    private record KeyedResponse(
            IdempotencyKey key,
            String fingerprint,
            Function<@Nullable Object, StoredResponse> response) {}

    /** A row of table {@code idempotency} on its way into the store. */
    record IdempotencyRow(IdempotencyKey key, String fingerprint, StoredResponse response) {}
}
