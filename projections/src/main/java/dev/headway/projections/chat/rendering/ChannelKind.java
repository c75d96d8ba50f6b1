package dev.headway.projections.chat.rendering;

import java.util.Locale;

/** In which form a channel wants its messages. */
public enum ChannelKind {
    SLACK(28 * 1024),
    TEAMS(28 * 1024),
    GOOGLE_CHAT(28 * 1024),
    /** Mattermost cuts a post of more than 16,383 characters into several. */
    MATTERMOST(16_000),
    WEBHOOK(28 * 1024);

    private final int largestPayload;

    ChannelKind(int largestPayload) {
        this.largestPayload = largestPayload;
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
    String sanitizeSummary(String text, int longest) {
        return this == SLACK
                ? Sanitizer.slack(text, longest)
                : Sanitizer.plainWithoutTags(text, longest);
    }

    /**
     * A stranger's words, so that nothing in them means anything to this service. A webhook is read
     * by machines and gets them exactly as they were recorded.
     */
    String sanitize(String text, int longest) {
        return switch (this) {
            case SLACK -> Sanitizer.slack(text, longest);
            case TEAMS -> Sanitizer.plainWithoutTags(text, longest);
            case GOOGLE_CHAT -> Sanitizer.html(text, longest);
            case MATTERMOST -> Sanitizer.markdown(text, longest);
            case WEBHOOK -> text;
        };
    }
}
