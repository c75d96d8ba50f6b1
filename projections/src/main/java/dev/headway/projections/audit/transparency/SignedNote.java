package dev.headway.projections.audit.transparency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text and who signed it (C2SP signed-note 1.0.0).
 *
 * @param text with the end of its last line
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final String BLANK_LINE = "\n\n";

    /** More than anybody needs: what a stranger sends is not verified for ever. */
    private static final int MOST_SIGNATURES = 100;

    /** Signs a text with each of these keys, under one name. */
    public static SignedNote sign(String text, String name, Collection<SigningKey> keys) {
        return new SignedNote(text, keys.stream().map(key -> key.sign(name, text)).toList());
    }

    /**
     * @throws IllegalArgumentException for anything that is no note
     */
    public static SignedNote parse(String note) {
        var blank = note.lastIndexOf(BLANK_LINE);
        if (blank <= 0 || !note.endsWith("\n") || note.chars().anyMatch(SignedNote::isControl)) {
            throw new IllegalArgumentException("not a signed note");
        }
        return new SignedNote(
                note.substring(0, blank + 1),
                signatures(note.substring(blank + BLANK_LINE.length())));
    }

    /**
     * The lines under a note.
     *
     * @throws IllegalArgumentException for anything else
     */
    static List<NoteSignature> signatures(String lines) {
        var each = lines.lines().toList();
        if (each.isEmpty() || each.size() > MOST_SIGNATURES || !lines.endsWith("\n")) {
            throw new IllegalArgumentException("a note with " + each.size() + " signatures");
        }
        return each.stream().map(NoteSignature::parse).toList();
    }

    private static boolean isControl(int each) {
        return each < ' ' && each != '\n';
    }

    /**
     * Whose of these keys signed it; empty when nobody's did. Signatures of others count for
     * nothing.
     *
     * @throws IllegalArgumentException when a signature of one of these keys is not good
     */
    public List<VerifierKey> signers(Collection<VerifierKey> known) {
        var signers = new ArrayList<VerifierKey>();
        for (var key : known) {
            for (var signature : signatures) {
                if (!key.isOf(signature)) {
                    continue;
                }
                if (!key.verifies(text, signature)) {
                    throw new IllegalArgumentException("the signature of " + key + " is not good");
                }
                signers.add(key);
            }
        }
        return signers;
    }

    /** As it is published. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature).append('\n'));
        return note.toString();
    }
}
