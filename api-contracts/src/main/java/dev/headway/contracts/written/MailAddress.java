package dev.headway.contracts.written;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How mail addresses are kept and compared. Two that look alike are one: wide and narrow forms,
 * case, and whatever nobody sees make no difference. Accents do, since they are other mailboxes.
 */
public final class MailAddress {

    /**
     * No more than that: whether somebody reads it, only a letter could tell. A domain without a
     * dot is one that somebody has not typed to its end.
     */
    public static final String PATTERN =
            "[^@\\s\\p{Cntrl}]+@[^@.\\s\\p{Cntrl}]+(\\.[^@.\\s\\p{Cntrl}]+)+";

    /** What is said of anything else, beside the field that it was typed into. */
    public static final String OBJECTION = "is no mail address, as ada@example.com is one";

    private static final Pattern ADDRESS = Pattern.compile(PATTERN);

    private MailAddress() {}

    /** As it is kept and shown: as somebody wrote it, without what nobody sees. */
    public static String clean(String written) {
        var plain = new StringBuilder(written.length());
        Normalizer.normalize(Text.clean(written), Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> !Text.isInvisible(point) || Character.isWhitespace(point))
                .forEach(plain::appendCodePoint);
        return Normalizer.normalize(plain, Normalizer.Form.NFKC).strip();
    }

    /** What it is told apart by; of what has been folded, the same again. */
    public static String folded(String written) {
        return Normalizer.normalize(clean(written).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** Whether it can be an address at all, of what is {@link #clean}. */
    public static boolean isOne(String clean) {
        return ADDRESS.matcher(clean).matches();
    }
}
