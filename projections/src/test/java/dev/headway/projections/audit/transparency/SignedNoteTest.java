package dev.headway.projections.audit.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    /** RFC 8032, section 7.1, the first and the second. */
    private static final String SEED =
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String PUBLIC =
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    /** The example in the documentation of Go's package note. */
    private static final String KNOWN_KEY =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String KNOWN_NOTE =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private final SigningKey key = SigningKey.parse(SigningKey.newSecret(new SecureRandom()));
    private final SigningKey other = SigningKey.parse(SigningKey.newSecret(new SecureRandom()));

    @Test
    void a_key_is_the_one_of_its_secret() {
        var known =
                SigningKey.parse(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(SEED)));

        assertThat(known.verifier("example.com/log"))
                .isEqualTo(new VerifierKey("example.com/log", HexFormat.of().parseHex(PUBLIC)));
    }

    @Test
    void a_note_of_others_is_verified() {
        var known = VerifierKey.parse(KNOWN_KEY);

        assertThat(SignedNote.parse(KNOWN_NOTE).signers(List.of(known))).containsExactly(known);
        assertThat(SignedNote.parse(KNOWN_NOTE)).hasToString(KNOWN_NOTE);
        assertThat(known).hasToString(KNOWN_KEY);
    }

    @Test
    void whoever_signed_is_known_and_nobody_else() {
        var note = SignedNote.sign("a text\n", "log", List.of(key, other));
        var read = SignedNote.parse(note.toString());

        assertThat(read.signers(List.of(key.verifier("log")))).hasSize(1);
        assertThat(read.signers(List.of(key.verifier("log"), other.verifier("log")))).hasSize(2);
        assertThat(read.signers(List.of(key.verifier("another")))).isEmpty();
    }

    @Test
    void a_flipped_bit_of_the_text_or_the_signature_is_found() {
        var note = SignedNote.sign("a text\n", "log", List.of(key)).toString().getBytes(UTF_8);
        var trusted = List.of(key.verifier("log"));
        for (int bit = 0; bit < note.length * Byte.SIZE; bit++) {
            var flipped = note.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThat(isSigned(new String(flipped, UTF_8), trusted)).as("bit %d", bit).isFalse();
        }
    }

    private static boolean isSigned(String note, List<VerifierKey> trusted) {
        try {
            return !SignedNote.parse(note).signers(trusted).isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Test
    void a_checkpoint_is_three_lines() {
        var checkpoint = new Checkpoint("example.com/log", 42, TreeHash.ofNothing());

        assertThat(checkpoint.text())
                .isEqualTo("example.com/log\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.parse(checkpoint.text() + "more\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.parse(checkpoint.text().replace("42", "042")));
    }

    @Test
    void a_secret_is_never_shown() {
        assertThat(key.toString()).isEqualTo("a signing key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.parse("hush"))
                .withMessageNotContaining("hush");
    }

    @Test
    void a_proof_is_read_as_it_is_written() {
        var tree = TreeInMemory.of(300).at(300);
        var note =
                SignedNote.sign(new Checkpoint("log", 300, tree.root()).text(), "log", List.of(key))
                        .toString();
        var proof = new TlogProof(7, tree.inclusionProof(7), note);

        assertThat(TlogProof.parse(proof.toString())).isEqualTo(proof);
        assertThat(proof.proves(tree.leaf(7))).isTrue();
        assertThat(proof.proves(tree.leaf(8))).isFalse();
        assertThat(proof.toString()).startsWith("c2sp.org/tlog-proof@v1\nindex 7\n");
    }
}
