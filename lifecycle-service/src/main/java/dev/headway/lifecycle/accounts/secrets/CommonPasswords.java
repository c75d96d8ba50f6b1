package dev.headway.lifecycle.accounts.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * Passwords that are tried first, of those that are long enough: a list that comes along, with what
 * people put around and into its words, and what is the same over and over or counts.
 */
final class CommonPasswords {

    private static final Set<String> LIST = read("accounts/common-passwords.txt");

    /** A few characters, again and again. */
    private static final Pattern REPEATED = Pattern.compile("(.{1,5}?)\\1+.{0,4}");

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    /** Digits and signs that stand for letters, each above the letter. */
    private static final String SIGNS = "01345@$!7";

    private static final String LETTERS = "oieasasit";

    /** So many more around a word are worth as much as another password. */
    private static final int MUCH = 8;

    private static final int FEW = 5;
    private static final int MOST_STEPS = 2;

    private CommonPasswords() {}

    /**
     * @param folded in lower case
     */
    static boolean contains(String folded) {
        return LIST.contains(folded)
                || isDecorated(folded)
                || isDecorated(spelled(folded))
                || folded.chars().distinct().count() < FEW
                || REPEATED.matcher(folded).matches()
                || isRun(folded);
    }

    /** Whether it is a word of the list with a year, a number or signs around it. */
    private static boolean isDecorated(String text) {
        var word = AROUND.matcher(text).replaceAll("");
        return text.length() - word.length() < MUCH && LIST.contains(word);
    }

    /** With letters for the signs that stand for them, as in p4ssw0rd. */
    static String spelled(String text) {
        var spelled = new StringBuilder(text);
        // what comes after the last letter is around the word
        for (int i = 0; i < lastLetter(text); i++) {
            var sign = SIGNS.indexOf(text.charAt(i));
            if (sign >= 0) {
                spelled.setCharAt(i, LETTERS.charAt(sign));
            }
        }
        return spelled.toString();
    }

    private static int lastLetter(String text) {
        var last = text.length() - 1;
        while (last > 0 && !Character.isLetter(text.charAt(last))) {
            last--;
        }
        return last;
    }

    /** Whether it counts up or down nearly all the way, as 123456789012 and abcdefghijkl. */
    private static boolean isRun(String text) {
        long breaks = 0;
        for (int i = 1; i < text.length(); i++) {
            var step = text.charAt(i) - text.charAt(i - 1);
            breaks += Math.abs(step) == 1 ? 0 : 1;
        }
        return breaks <= MOST_STEPS;
    }

    private static Set<String> read(String resource) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new ClassPathResource(resource).getInputStream(), UTF_8))) {
            return lines.lines().filter(line -> !line.isEmpty()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
