package dev.headway.contracts.written;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a text that people write. A text is kept composed (Unicode NFC) and without
 * anything invisible at its ends; a text that is required has something to see. Every door asks
 * here: REST bodies, cells of an import, the program, answers to alerts.
 */
public final class Text {

    private Text() {}

    /**
     * The text as it is kept: composed, and trimmed of everything {@link #isInvisible invisible} at
     * both ends. Empty when there is nothing to see; the same again when it is cleaned twice.
     */
    public static String clean(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var start = start(composed);
        var end = end(composed, start);
        return composed.substring(start, end);
    }

    /** What an optional text says: null where there is nothing to see. */
    public static @Nullable String orNone(@Nullable String text) {
        return text == null || !isVisible(text) ? null : text;
    }

    /** Whether there is anything to see. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(point -> !isInvisible(point));
    }

    /**
     * Whether a reader sees nothing of a character: white space of any width, line breaks and tabs,
     * what joins, directs or varies other characters, fillers and the braille blank. Any other
     * control character is no text at all: whoever reads a text refuses it.
     */
    public static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            case Character.CONTROL -> point == '\t' || point == '\n' || point == '\r';
            case Character.FORMAT -> !isDrawnFormat(point);
            default -> isFiller(point) || varies(point);
        };
    }

    private static int start(String text) {
        var start = 0;
        while (start < text.length() && isInvisible(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        return start;
    }

    /** What varies the character before it, as the colour of a heart does, stays with it. */
    private static int end(String text, int start) {
        var end = text.length();
        var varied = end;
        while (varied > start && isInvisible(text.codePointBefore(varied))) {
            var point = text.codePointBefore(varied);
            varied -= Character.charCount(point);
            end = varies(point) ? end : varied;
        }
        return end;
    }

    /** Selects a form of the character before it, or spells the flag that it begins. */
    private static boolean varies(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0020 && point <= 0xE007F)
                || (point >= 0xE0100 && point <= 0xE01EF)
                || (point >= 0x180B && point <= 0x180D)
                || point == 0x180F;
    }

    /** Takes room or holds a place, and shows nothing. */
    private static boolean isFiller(int point) {
        return switch (point) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    /** Signs over numbers and verses: format characters that are drawn. */
    private static boolean isDrawnFormat(int point) {
        return switch (point) {
            case 0x06DD, 0x070F, 0x08E2, 0x110BD, 0x110CD -> true;
            default -> (point >= 0x0600 && point <= 0x0605) || point == 0x0890 || point == 0x0891;
        };
    }
}
