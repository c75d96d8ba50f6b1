package dev.headway.contracts.written;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * A text as people compare, search and sort it: case, accents, composed or decomposed letters, wide
 * and narrow forms, ß, final sigma, the dotted and the dotless i, kinds of dashes and apostrophes,
 * and how it is spaced make no difference. One customer is one folded name. Folding what is folded
 * changes nothing. A sealed text is folded to whose it is: under one key lie the spellings of one
 * name.
 *
 * @param text folded by the constructor, whatever is given; single spaces, none at the ends
 */
public record FoldedText(String text) implements Comparable<FoldedText> {

    /** Letters that differ by a stroke or a ligature only; no decomposition takes these apart. */
    private static final Map<Integer, String> LETTERS =
            Map.ofEntries(
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'ς', "σ"),
                    Map.entry((int) 'ı', "i"),
                    Map.entry((int) 'ø', "o"),
                    Map.entry((int) 'ł', "l"),
                    Map.entry((int) 'đ', "d"),
                    Map.entry((int) 'ð', "d"),
                    Map.entry((int) 'ħ', "h"),
                    Map.entry((int) 'ŧ', "t"),
                    Map.entry((int) 'æ', "ae"),
                    Map.entry((int) 'œ', "oe"),
                    Map.entry((int) 'þ', "th"));

    /** Braille's blank, and what NFKC does not already make a space. */
    private static final int BRAILLE_BLANK = 0x2800;

    public FoldedText {
        text = fold(text);
    }

    @Override
    public int compareTo(FoldedText other) {
        return text.compareTo(other.text);
    }

    private static String fold(String text) {
        var sealed = SealedText.whoseIsWritten(text);
        if (sealed != null) {
            return sealed;
        }
        if (isPlain(text)) {
            return text;
        }
        var bare = withoutMarks(Normalizer.normalize(text, Normalizer.Form.NFKD));
        var small = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(small.length());
        Normalizer.normalize(small, Normalizer.Form.NFKD)
                .codePoints()
                .forEach(point -> append(folded, point));
        var end = folded.length();
        if (end > 0 && folded.charAt(end - 1) == ' ') {
            folded.setLength(end - 1);
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** Small letters, digits and single spaces inside: nothing to do, and nearly every text. */
    private static boolean isPlain(String text) {
        var before = ' ';
        for (var i = 0; i < text.length(); i++) {
            var at = text.charAt(i);
            var isKept = (at >= 'a' && at <= 'z') || (at >= '0' && at <= '9');
            if (!isKept && (at != ' ' || before == ' ')) {
                return false;
            }
            before = at;
        }
        return text.isEmpty() || before != ' ';
    }

    private static String withoutMarks(String decomposed) {
        var bare = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(point -> !isAccent(point)).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static void append(StringBuilder folded, int point) {
        if (isSpace(point)) {
            if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        } else if (!Text.isInvisible(point) && !Character.isISOControl(point) && !isAccent(point)) {
            var letter = LETTERS.get(point);
            if (letter == null) {
                folded.appendCodePoint(straight(point));
            } else {
                folded.append(letter);
            }
        }
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || point == BRAILLE_BLANK;
    }

    /** Marks on letters of Latin, Greek and Cyrillic; those of other scripts make other letters. */
    private static boolean isAccent(int point) {
        return (point >= 0x0300 && point <= 0x036F)
                || (point >= 0x1AB0 && point <= 0x1AFF)
                || (point >= 0x1DC0 && point <= 0x1DFF)
                || (point >= 0x20D0 && point <= 0x20FF)
                || (point >= 0xFE20 && point <= 0xFE2F);
    }

    /** Dashes and apostrophes as a keyboard has them. */
    private static int straight(int point) {
        return switch (point) {
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x02BC, 0x02B9, 0x00B4, 0x0060, 0x2032 -> '\'';
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB, 0x2033 -> '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
            default -> point;
        };
    }
}
