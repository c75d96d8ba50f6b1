package dev.headway.lifecycle.accounts.secrets;

import dev.headway.contracts.written.FoldedText;
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

    /**
     * How many letters have to be left when everything that others know of its owner is taken away:
     * years, numbers and signs are what everybody puts around a name.
     */
    private static final int MIN_UNKNOWN = 8;

    private static final int MIN_WORD = 3;

    /** The last word of a mail address, as com: it says nothing of anybody. */
    private static final Pattern TOP_DOMAIN = Pattern.compile("(@.*)\\.[^.@]*$");

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
        return isLittleMoreThan(known, password)
                ? Optional.of("is little more than a name, a mail address or the word headway")
                : Optional.empty();
    }

    /** As people compare texts, and with letters for the signs that stand for them. */
    private static boolean isLittleMoreThan(List<String> known, String password) {
        var words =
                Stream.concat(Stream.of("headway"), known.stream().flatMap(PasswordRules::words))
                        .filter(word -> word.length() >= MIN_WORD)
                        .distinct()
                        .sorted((one, other) -> other.length() - one.length())
                        .toList();
        var folded = new FoldedText(password).text();
        return Stream.of(folded, CommonPasswords.spelled(folded))
                .anyMatch(each -> isLittleMoreThanWords(words, each));
    }

    private static boolean isLittleMoreThanWords(List<String> words, String text) {
        var rest = text;
        for (var word : words) {
            // what stood before and after a word is no word together
            rest = rest.replace(word, " ");
        }
        return !rest.equals(text)
                && rest.codePoints().filter(Character::isLetter).count() < MIN_UNKNOWN;
    }

    /** A name or an address, also without what is between its words, and each of them. */
    private static Stream<String> words(String text) {
        var folded = new FoldedText(text).text();
        var telling = TOP_DOMAIN.matcher(folded).replaceFirst("$1");
        var parts = BETWEEN_WORDS.splitAsStream(telling).toList();
        return Stream.concat(
                Stream.of(folded, String.join("", parts), String.join("", parts.reversed())),
                parts.stream());
    }
}
