package dev.headway.lifecycle.sealing;

import dev.headway.projections.audit.sealing.SealingKeys;
import dev.headway.projections.audit.transparency.SigningKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys of the configuration take the place of those that are kept on this machine. */
@Configuration(proxyBeanMethods = false)
class SealingKeyConfiguration {

    @Bean
    SealingKeys sealingKeys(
            @Value("${headway.home}") Path home,
            @Value("${headway.sealing.keys:}") List<String> configured,
            SecureRandom secrets) {
        var keys =
                configured.isEmpty()
                        ? SealingKeyFolder.under(home, secrets).keys()
                        : configured.stream().map(SigningKey::parse).toList();
        return new SealingKeys(keys);
    }
}
