package dev.headway.contracts.written;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A short sign of words: whoever says yes to what they read sends its sign along, so that nobody
 * says yes to what was worded anew meanwhile.
 */
public final class Wording {

    private Wording() {}

    /** The sign of these words, in this order. */
    public static String of(@Nullable Object... words) {
        var said =
                Arrays.stream(words)
                        .map(each -> Objects.toString(each, ""))
                        .collect(Collectors.joining("\0")); // which no text has
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
