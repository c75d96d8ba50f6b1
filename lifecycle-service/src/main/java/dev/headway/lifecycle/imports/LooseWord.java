package dev.headway.lifecycle.imports;

import dev.headway.contracts.written.Text;

/** A word of ours as people write it: in any case, with spaces, underscores or dashes anywhere. */
final class LooseWord {

    private LooseWord() {}

    /** The same for all spellings of a word, and for no two of ours. */
    static String folded(String written) {
        var folded = new StringBuilder(written.length());
        written.codePoints()
                .filter(point -> point != '_' && point != '-' && !Text.isInvisible(point))
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
