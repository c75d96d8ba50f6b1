package dev.headway.projections.audit.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** A key of Ed25519 (RFC 8032) that signs notes; kept as its 32 secret bytes in Base64. */
public final class SigningKey {

    private static final int SEED_SIZE = 32;

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** The secret of a new one, as {@link #parse} takes it. */
    public static String newSecret(SecureRandom random) {
        var seed = new byte[SEED_SIZE];
        random.nextBytes(seed);
        return Base64.getEncoder().encodeToString(seed);
    }

    /**
     * @throws IllegalArgumentException for anything but 32 bytes in Base64, without quoting it
     */
    public static SigningKey parse(String secret) {
        try {
            var seed = Base64.getDecoder().decode(secret.strip());
            if (seed.length == SEED_SIZE) {
                return new SigningKey(pair(seed));
            }
        } catch (IllegalArgumentException _) {
            // its message would quote the secret
        }
        throw new IllegalArgumentException("A signing key is 32 bytes in Base64");
    }

    /** The platform makes a public key only along with a private one, out of 32 random bytes. */
    private static KeyPair pair(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance(NamedKey.ALGORITHM);
            generator.initialize(Byte.SIZE * SEED_SIZE - 1, new Seed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key by which others verify what it signs under a name. */
    public VerifierKey verifier(String name) {
        var encoded = pair.getPublic().getEncoded();
        return new VerifierKey(
                name, Arrays.copyOfRange(encoded, encoded.length - SEED_SIZE, encoded.length));
    }

    NoteSignature sign(String name, String text) {
        try {
            var ed25519 = Signature.getInstance(NamedKey.ALGORITHM);
            ed25519.initSign(pair.getPrivate());
            ed25519.update(text.getBytes(UTF_8));
            return new NoteSignature(name, verifier(name).id(), ed25519.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows nothing of it, wherever it is printed. */
    @Override
    public String toString() {
        return "a signing key";
    }

    /** Gives what it holds, once. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, SEED_SIZE);
        }
    }
}
