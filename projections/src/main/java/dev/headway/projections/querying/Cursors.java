package dev.headway.projections.querying;

import dev.headway.projections.tables.RowJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Encodes and decodes the cursors of lists: the position where the next page begins, signed
 * together with the question it belongs to. One that was forged, or is brought to another question,
 * is refused.
 */
@Component
public class Cursors {

    private static final int SIGNATURE_BYTES = 16;

    private final JdbcClient database;
    private volatile @Nullable SecretKeySpec key;

    public Cursors(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param question the question with its filters; the cursor is good for no other
     * @param position what the rows after it are found by
     */
    public String encode(String question, List<String> position) {
        var content = RowJson.MAPPER.writeValueAsBytes(position);
        var signature = signatureOf(question, content);
        var cursor = Arrays.copyOf(signature, SIGNATURE_BYTES + content.length);
        System.arraycopy(content, 0, cursor, SIGNATURE_BYTES, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** The position in a cursor of this very question; empty for anything else. */
    public Optional<List<String>> decode(String question, String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (bytes.length <= SIGNATURE_BYTES) {
            return Optional.empty();
        }
        var content = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
        var signature = Arrays.copyOf(bytes, SIGNATURE_BYTES);
        return MessageDigest.isEqual(signature, signatureOf(question, content))
                ? Optional.of(List.of(RowJson.MAPPER.readValue(content, String[].class)))
                : Optional.empty();
    }

    private byte[] signatureOf(String question, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            mac.update(
                    MessageDigest.getInstance("SHA-256")
                            .digest(question.getBytes(StandardCharsets.UTF_8)));
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec key() {
        var known = key;
        if (known == null) {
            known =
                    new SecretKeySpec(
                            database.sql("select key from cursor_key").query(byte[].class).single(),
                            "HmacSHA256");
            key = known;
        }
        return known;
    }
}
