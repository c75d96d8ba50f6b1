package dev.headway.lifecycle.accounts.secrets;

import dev.headway.projections.home.SecretGenerator;
import dev.headway.projections.http.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two iterations,
 * one lane. As many at a time as there are processors, since each takes its memory.
 */
@Component
public class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS);
    private final Semaphore places =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** What is compared with where there is no account, for the answer to take as long. */
    final String nobodys;

    PasswordHashing(SecretGenerator secrets) {
        this.nobodys =
                "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                        .formatted(
                                MEMORY_KIB,
                                ITERATIONS,
                                LANES,
                                random(secrets, SALT_BYTES),
                                random(secrets, HASH_BYTES));
    }

    /** Chance instead of the hash of a password, which takes as long to compare with. */
    private static String random(SecretGenerator secrets, int bytes) {
        var secret = Base64.getUrlDecoder().decode(secrets.generate().value());
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(secret, bytes));
    }

    public String hash(String password) {
        return inPlace(() -> argon2.encode(password));
    }

    /**
     * Takes as long as ever where there is no hash.
     *
     * @param hash null where there is no password to compare with, which none matches
     * @throws Problem 503 when others are in the way
     */
    public boolean matches(String password, @Nullable String hash) {
        var same = inPlace(() -> argon2.matches(password, hash == null ? nobodys : hash));
        return same && hash != null;
    }

    private <T> T inPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.unavailable("Too many sign in at once; try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Too many sign in at once; try again");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
