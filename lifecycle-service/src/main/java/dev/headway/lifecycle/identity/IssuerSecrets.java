package dev.headway.lifecycle.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.headway.contracts.Role;
import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.home.SecretGenerator;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Locale;

/** The embedded issuer's key and its clients' secrets, made at the first start and kept. */
record IssuerSecrets(OwnerOnlyFolder folder, SecretGenerator secrets) {

    static IssuerSecrets under(Path home, SecretGenerator secrets) {
        return new IssuerSecrets(OwnerOnlyFolder.at(home.resolve("identity")), secrets);
    }

    RSAKey signingKey() {
        try {
            return RSAKey.parse(folder.keep("signing-key.json", IssuerSecrets::newKey));
        } catch (ParseException e) {
            throw new IllegalStateException(
                    folder.resolve("signing-key.json") + " is not a key; remove it for a new one",
                    e);
        }
    }

    /** What {@code ./headway token <role>} shows to get a token; the file is its input. */
    String clientSecret(Role role) {
        return folder.secret(nameOf(role) + ".secret", secrets);
    }

    static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a signing key", e);
        }
    }
}
