package dev.headway.projections.chat.rendering;

import java.util.stream.Collectors;

/**
 * The words of strangers, made harmless: one line, of bounded length, without anything invisible,
 * unable to mention anybody, and no link.
 */
final class Sanitizer {

    private static final String CUT = "…";

    /** Where it stands nothing is seen, and no service sees a mention, a link or markup. */
    private static final String ZERO_WIDTH_SPACE = "\u200B";

    private Sanitizer() {}

    /** Text for where nothing is marked up. */
    static String plain(String text, int longest) {
        return oneLine(text, longest)
                .replaceAll("[@＠]", "$0" + ZERO_WIDTH_SPACE)
                .replaceAll("(?<=[a-zA-Z]):(?=[^ ])|:(?=/)", ":" + ZERO_WIDTH_SPACE)
                .replaceAll("(?i)(www)\\.", "$1" + ZERO_WIDTH_SPACE + ".");
    }

    /** Text for where nothing is marked up but what looks like a tag. */
    static String plainWithoutTags(String text, int longest) {
        return plain(text, longest).replace('<', '‹').replace('>', '›');
    }

    /** Text for Slack's mrkdwn, in which only these are special beside mentions. */
    static String slack(String text, int longest) {
        return entities(plain(text, longest))
                .replace('|', '¦')
                .replaceAll("[*_~`]", ZERO_WIDTH_SPACE + "$0" + ZERO_WIDTH_SPACE);
    }

    /** Text for the HTML of Google Chat's cards. */
    static String html(String text, int longest) {
        return entities(plain(text, longest)).replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** Text for Mattermost's Markdown, with channels, hashtags and emoji beside what is usual. */
    static String markdown(String text, int longest) {
        return plain(text, longest)
                .replaceAll("[\\\\`*_{}\\[\\]()<>|!~#^$&+-]", "\\\\$0")
                .replaceAll("[~#:]", "$0" + ZERO_WIDTH_SPACE);
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String oneLine(String text, int longest) {
        var visible =
                text.codePoints()
                        .map(Sanitizer::spaceForTheInvisible)
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
