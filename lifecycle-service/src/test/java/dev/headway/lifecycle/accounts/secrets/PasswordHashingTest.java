package dev.headway.lifecycle.accounts.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.home.SecretGenerator;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordHashingTest {

    private final PasswordHashing hashing =
            new PasswordHashing(new SecretGenerator(new SecureRandom()));

    /** One that could not be read would be answered at once, and tell who has an account. */
    @Test
    void what_nobodys_password_is_compared_with_is_read_as_any_other() {
        var somebodys = hashing.hash("correct horse battery staple");

        assertThat(hashing.nobodys)
                .startsWith(somebodys.substring(0, somebodys.lastIndexOf("p=1$") + 4))
                .hasSameSizeAs(somebodys);
        assertThat(
                        new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)
                                .upgradeEncoding(hashing.nobodys))
                .isFalse();
        assertThat(hashing.matches("correct horse battery staple", somebodys)).isTrue();
        assertThat(hashing.matches("correct horse battery staple", null)).isFalse();
    }
}
