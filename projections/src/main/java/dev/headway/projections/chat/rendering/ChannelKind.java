package dev.headway.projections.chat.rendering;

import dev.headway.contracts.written.SealedText;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In which form a channel wants its messages. */
public enum ChannelKind {
    /** Calls people by their member id. */
    SLACK(28 * 1024, "[UW][A-Z0-9]{2,20}", "U012AB3CD"),
    /** Calls people by their object id of Entra, or by the name with which they sign in. */
    TEAMS(
            28 * 1024,
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
                    + "|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}([.][A-Za-z0-9-]{1,63}){1,4}",
            "mia@larkspur.example"),
    /** Calls people by the number of their account. */
    GOOGLE_CHAT(28 * 1024, "[0-9]{1,30}", "1234567890"),
    /** Mattermost cuts a post of more than 16,383 characters into several. */
    MATTERMOST(16_000, "(?!all$|here$|channel$)[a-z][a-z0-9._-]{2,63}", "mia.holm"),
    /** Calls nobody. */
    WEBHOOK(28 * 1024, "(?!)", null);

    private static final int LONGEST_NAME = 80;

    private final int largestPayload;
    private final Pattern handle;
    private final @Nullable String sampleHandle;

    ChannelKind(int largestPayload, String handle, @Nullable String sampleHandle) {
        this.largestPayload = largestPayload;
        this.handle = Pattern.compile(handle);
        this.sampleHandle = sampleHandle;
    }

    /** Whether the service may call one person so, and can take it for nothing else. */
    public boolean isHandle(@Nullable String text) {
        return text != null && (handle.matcher(text).matches() || isSealed(text));
    }

    /** One that a person may have; null where nobody has any. */
    public @Nullable String sampleHandle() {
        return sampleHandle;
    }

    /** In bytes; the smallest limit of the services is about 28 KB. */
    public int largestPayload() {
        return largestPayload;
    }

    /** As it is written in configuration, and as its template file is called. */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A stranger's words for a summary, which only Slack takes for more than plain text. */
    String sanitizeSummary(String text, int most) {
        var longest = longest(text, most);
        return this == SLACK
                ? Sanitizer.slack(text, longest)
                : Sanitizer.plainWithoutTags(text, longest);
    }

    /**
     * A stranger's words, so that nothing in them means anything to this service. A webhook is read
     * by machines and gets them exactly as they were recorded.
     */
    String sanitize(String text, int most) {
        var longest = longest(text, most);
        return switch (this) {
            case SLACK -> Sanitizer.slack(text, longest);
            case TEAMS -> Sanitizer.plainWithoutTags(text, longest);
            case GOOGLE_CHAT -> Sanitizer.html(text, longest);
            case MATTERMOST -> Sanitizer.markdown(text, longest);
            case WEBHOOK -> text;
        };
    }

    /**
     * What was sealed in a message, as it is sent: a handle that the service takes, or a stranger's
     * words.
     */
    public String opened(String text) {
        return this != WEBHOOK && handle.matcher(text).matches()
                ? text
                : sanitize(text, LONGEST_NAME);
    }

    private boolean isSealed(String text) {
        return sampleHandle != null && SealedText.isOne(text);
    }

    /** What is sealed is not cut; it is once it is opened. */
    private static int longest(String text, int most) {
        return SealedText.isWithin(text) ? Integer.MAX_VALUE : most;
    }
}
