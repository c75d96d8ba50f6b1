package dev.headway.projections.chat;

import java.util.stream.Collectors;

/**
 * The words of strangers, made harmless: one line, of bounded length, without anything invisible,
 * and unable to mention anybody.
 */
final class Harmless {

    private static final String CUT = "…";

    /** Between an @ and the name after it nothing is seen, and no service sees a mention. */
    private static final String MENTION_BREAKER = "@\u200B";

    private Harmless() {}

    /** Text for where nothing is marked up. */
    static String plain(String text, int longest) {
        return oneLine(text, longest).replace("@", MENTION_BREAKER);
    }

    /** Text for Slack's mrkdwn, in which only these three are special beside mentions. */
    static String slack(String text, int longest) {
        return plain(text, longest)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[*_~`|]", "\u200B$0");
    }

    private static String oneLine(String text, int longest) {
        var visible =
                text.codePoints()
                        .map(Harmless::spaceForTheInvisible)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                        .strip()
                        .replaceAll(" {2,}", " ");
        if (visible.isEmpty()) {
            return "(blank)";
        }
        return visible.codePointCount(0, visible.length()) <= longest
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, longest - 1)) + CUT;
    }

    /** Control, formatting (bidi overrides, zero widths), half surrogates, and any white space. */
    private static int spaceForTheInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    ' ';
            default -> codePoint;
        };
    }
}
