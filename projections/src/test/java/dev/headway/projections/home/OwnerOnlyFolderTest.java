package dev.headway.projections.home;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyFolderTest {

    private static final SecretGenerator SECRETS = new SecretGenerator(new SecureRandom());

    private static final int NODES = 32;

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

    /** As nodes do that start at the same moment, and each in its own time. */
    @Test
    void whoever_makes_a_secret_at_the_same_moment_has_the_same() throws Exception {
        var path = home.resolve("identity");
        var made = new CountDownLatch(NODES);
        Callable<String> node =
                () ->
                        OwnerOnlyFolder.at(path)
                                .keep(
                                        "key",
                                        () -> {
                                            made.countDown();
                                            waitFor(made);
                                            return SECRETS.generate().value();
                                        });

        var kept = new HashSet<String>();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : nodes.invokeAll(Collections.nCopies(NODES, node))) {
                kept.add(each.get());
            }
        }

        assertThat(kept).containsExactly(Files.readString(path.resolve("key")).strip());
        assertThat(path).isDirectoryNotContaining("glob:**new-*");
        assertThat(rights(path.resolve("key"))).isEqualTo("rw-------");
    }

    private static void waitFor(CountDownLatch all) {
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
