package dev.headway.lifecycle.accounts.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which passwords are too easy to guess, after chapter V6 of OWASP ASVS 5.0: by length, by a list
 * of those that everybody takes, and by what they say of their owner. Any character will do, none
 * is asked for, and nothing is cut off.
 */
public final class PasswordRules {

    /** In characters as people count them; ASVS asks for 8, and recommends 15. */
    public static final int MIN_LENGTH = 12;

    /** Nobody types more; hashing has to end. */
    public static final int MAX_LENGTH = 1_000;

    /** What has to be left when everything that others know of its owner is taken away. */
    private static final int MIN_UNKNOWN = 8;

    private static final int MIN_WORD = 3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PasswordRules() {}

    /**
     * What is wrong with a password, as a sentence; empty when it will do.
     *
     * @param known what others know of its owner: name, mail address
     */
    public static Optional<String> objection(String password, List<String> known) {
        var length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of("has fewer than %d characters".formatted(MIN_LENGTH));
        }
        if (length > MAX_LENGTH) {
            return Optional.of("has more than %d characters".formatted(MAX_LENGTH));
        }
        var folded = password.toLowerCase(Locale.ROOT);
        if (CommonPasswords.contains(folded)) {
            return Optional.of("is one of those that are tried first");
        }
        return withoutWords(folded, known) < MIN_UNKNOWN
                ? Optional.of("is little more than a name, a mail address or the word headway")
                : Optional.empty();
    }

    private static int withoutWords(String folded, List<String> known) {
        var words =
                Stream.concat(Stream.of("headway"), known.stream().flatMap(PasswordRules::words))
                        .filter(word -> word.length() >= MIN_WORD)
                        .sorted((one, other) -> other.length() - one.length())
                        .toList();
        var rest = folded;
        for (var word : words) {
            rest = rest.replace(word, "");
        }
        return rest.codePointCount(0, rest.length());
    }

    private static Stream<String> words(String text) {
        var folded = text.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(folded), BETWEEN_WORDS.splitAsStream(folded));
    }
}
