package dev.headway.projections.querying;

import dev.headway.contracts.written.FoldedText;
import java.util.Arrays;

/** Patterns for {@code like} that take whatever people search for as it is. */
public final class LikePattern {

    private LikePattern() {}

    /** Of what holds this text. */
    public static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Of folded text that holds each of these words, one pattern for each. */
    public static String[] containingEach(String words) {
        return Arrays.stream(new FoldedText(words).text().split(" "))
                .map(LikePattern::containing)
                .toArray(String[]::new);
    }
}
