package dev.headway.projections.console.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Under which a file is imported once, however often its button is pressed. */
final class FileKey {

    private FileKey() {}

    /**
     * @param once of the page that it is sent from
     */
    static String of(long once, String options, byte[] file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(options.getBytes(StandardCharsets.UTF_8));
            var hash = HexFormat.of().formatHex(digest.digest(file), 0, 16);
            return "import-%d-%s".formatted(once, hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
