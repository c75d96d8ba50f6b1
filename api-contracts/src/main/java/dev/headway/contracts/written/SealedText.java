package dev.headway.contracts.written;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that only the key of a person opens, as it is written wherever it stands: {@code 9hw9},
 * the key's id, {@code 8}, the ciphertext, {@code 9}. Small letters and digits, so that it needs no
 * escaping in JSON, CSV, HTML or an address, and no folding or mark-up changes it.
 *
 * @param keyId 26 characters of base 32
 * @param ciphertext in base 32, and empty where the key was destroyed before the text was sealed
 */
public record SealedText(String keyId, String ciphertext) {

    public static final String MARK = "9hw9";

    private static final int ID_ENDS = MARK.length() + 26;
    private static final String FORM = MARK + "([a-z2-7]{26})8([a-z2-7]*)9";
    private static final Pattern ONE = Pattern.compile(FORM);

    /** Whether nothing but a sealed text stands there; asked of every name that is read. */
    public static boolean isOne(String text) {
        var last = text.length() - 1;
        return last > ID_ENDS
                && text.startsWith(MARK)
                && text.charAt(ID_ENDS) == '8'
                && text.charAt(last) == '9'
                && isBase32(text, MARK.length(), ID_ENDS)
                && isBase32(text, ID_ENDS + 1, last);
    }

    private static boolean isBase32(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            var at = text.charAt(i);
            if ((at < 'a' || at > 'z') && (at < '2' || at > '7')) {
                return false;
            }
        }
        return true;
    }

    /** Whether one stands there, beside whatever else. */
    public static boolean isWithin(String text) {
        return text.contains(MARK) && ONE.matcher(text).find();
    }

    public static Optional<SealedText> parse(String text) {
        return isOne(text)
                ? Optional.of(
                        new SealedText(
                                text.substring(MARK.length(), ID_ENDS),
                                text.substring(ID_ENDS + 1, text.length() - 1)))
                : Optional.empty();
    }

    /** The same with something else in the place of each that stands in it. */
    public static String replaceAll(String text, Function<SealedText, String> opened) {
        return text.contains(MARK)
                ? ONE.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(opened.apply(of(found))))
                : text;
    }

    /** What all texts under one key have in common: the mark and the key's id. */
    public static String whose(String keyId) {
        return MARK + keyId;
    }

    /** The same of what is written; null where it is no sealed text. */
    static @Nullable String whoseIsWritten(String text) {
        return isOne(text) ? text.substring(0, ID_ENDS) : null;
    }

    private static SealedText of(MatchResult found) {
        return new SealedText(found.group(1), found.group(2));
    }

    /** As it is written. */
    @Override
    public String toString() {
        return MARK + keyId + "8" + ciphertext + "9";
    }
}
