package dev.headway.projections.home;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyFolderTest {

    private static final SecretGenerator SECRETS = new SecretGenerator(new SecureRandom());

    @TempDir Path home;

    @Test
    void nobody_else_can_look_into_the_folder_or_its_secrets() throws IOException {
        var folder = OwnerOnlyFolder.at(home.resolve("identity"));

        folder.secret("manager.secret", SECRETS);

        assertThat(rights(home.resolve("identity"))).isEqualTo("rwx------");
        assertThat(rights(home.resolve("identity/manager.secret"))).isEqualTo("rw-------");
    }

    @Test
    void rights_that_are_too_wide_are_taken_back() throws IOException {
        var wide = home.resolve("wide");
        Files.createDirectory(wide, asFileAttribute(fromString("rwxr-xr-x")));
        Files.writeString(wide.resolve("key"), "old");
        Files.setPosixFilePermissions(wide.resolve("key"), fromString("rw-r--r--"));

        var kept = OwnerOnlyFolder.at(wide).keep("key", () -> "new");

        assertThat(kept).isEqualTo("old");
        assertThat(rights(wide)).isEqualTo("rwx------");
        assertThat(rights(wide.resolve("key"))).isEqualTo("rw-------");
    }

    @Test
    void a_secret_is_made_once_and_is_nobody_elses() {
        var folder = OwnerOnlyFolder.at(home.resolve("identity"));

        var first = folder.secret("one", SECRETS);

        assertThat(OwnerOnlyFolder.at(home.resolve("identity")).secret("one", SECRETS))
                .isEqualTo(first);
        assertThat(folder.secret("other", SECRETS)).isNotEqualTo(first);
        assertThat(first).hasSize(43);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
