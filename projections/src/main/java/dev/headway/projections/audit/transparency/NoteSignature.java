package dev.headway.projections.audit.transparency;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * A line under a note: who signed it, and what with.
 *
 * @param keyId the first four bytes of a hash of name and key
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record NoteSignature(String name, byte[] keyId, byte[] signature) {

    private static final String MARK = "— ";
    private static final int ID_SIZE = 4;

    /**
     * @throws IllegalArgumentException for anything else
     */
    static NoteSignature parse(String line) {
        var words = line.startsWith(MARK) ? line.substring(MARK.length()).split(" ", -1) : null;
        if (words == null || words.length != 2 || !VerifierKey.isName(words[0])) {
            throw new IllegalArgumentException("not a line of a signature");
        }
        var bytes = Base64.getDecoder().decode(words[1]);
        if (bytes.length <= ID_SIZE) {
            throw new IllegalArgumentException("a signature is too short");
        }
        var signature =
                new NoteSignature(
                        words[0],
                        Arrays.copyOf(bytes, ID_SIZE),
                        Arrays.copyOfRange(bytes, ID_SIZE, bytes.length));
        if (!signature.toString().equals(line)) {
            throw new IllegalArgumentException("a signature has bits to spare");
        }
        return signature;
    }

    /** The line, without its end. */
    @Override
    public String toString() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(keyId);
        bytes.writeBytes(signature);
        return MARK + name + " " + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
