package dev.headway.projections.keys;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.testing.TestDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyStoreCheckTest {

    @TempDir Path home;

    private final JdbcClient database = JdbcClient.create(TestDatabase.migrated());
    private final SecureRandom random = new SecureRandom();

    @Test
    void a_node_with_the_keys_of_the_database_starts_as_often_as_it_likes() {
        var secret = MasterKey.newSecret(random);

        assertThatCode(() -> check("a", secret)).doesNotThrowAnyException();
        assertThatCode(() -> check("a", secret)).doesNotThrowAnyException();
    }

    @Test
    void a_node_with_keys_of_its_own_does_not_start() {
        check("a", MasterKey.newSecret(random));

        assertThatThrownBy(() -> check("b", MasterKey.newSecret(random)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HEADWAY_PEOPLE_KEYS");
    }

    private void check(String folder, String secret) {
        var at = home.resolve(folder);
        var destroyed = new DestroyedKeys(OwnerOnlyFolder.at(at.resolve("destroyed")));
        var sessions = new SessionKey(OwnerOnlyFolder.at(at), destroyed, random);
        var keys = new KeyFolder(at, destroyed, sessions, new MasterKey(secret), random);
        new KeyStoreCheck(database, keys).afterPropertiesSet();
    }
}
