package dev.headway.projections.querying;

import dev.headway.contracts.written.FoldedText;
import java.util.Arrays;
import java.util.List;

/** Words that people search for, in texts that no database can look into. */
public final class FoldedWords {

    private FoldedWords() {}

    public static List<String> of(String words) {
        return Arrays.stream(new FoldedText(words).text().split(" ")).toList();
    }

    /** Whether each of them stands in a folded text. */
    public static boolean areIn(String folded, List<String> words) {
        return words.stream().allMatch(folded::contains);
    }
}
