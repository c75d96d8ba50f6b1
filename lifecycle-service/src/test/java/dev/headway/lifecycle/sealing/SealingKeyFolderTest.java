package dev.headway.lifecycle.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.headway.projections.audit.transparency.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeyFolderTest {

    private static final String ORIGIN = "headway.test/log";

    @TempDir private Path home;

    @Test
    void a_key_is_made_once_and_kept() {
        var made = verifiers();

        assertThat(made).hasSize(1);
        assertThat(verifiers()).isEqualTo(made);
    }

    @Test
    void a_key_that_was_renamed_signs_beside_the_new_one() throws IOException {
        var older = verifiers().getFirst();
        var folder = home.resolve("sealing");
        Files.move(
                folder.resolve("signing-key.secret"),
                folder.resolve("previous-signing-key.secret"));

        assertThat(verifiers()).hasSize(2).endsWith(older).doesNotHaveDuplicates();
    }

    @Test
    void what_is_no_key_is_told_without_showing_it() throws IOException {
        keys();
        Files.writeString(home.resolve("sealing/signing-key.secret"), "hush");

        assertThatIllegalStateException()
                .isThrownBy(this::keys)
                .withMessageContaining("signing-key.secret holds no key")
                .withMessageNotContaining("hush");
    }

    private List<String> verifiers() {
        return keys().stream().map(key -> key.verifier(ORIGIN).toString()).toList();
    }

    private List<SigningKey> keys() {
        return SealingKeyFolder.under(home, new SecureRandom()).keys();
    }
}
