package dev.headway.projections.keys;

import dev.headway.projections.home.OwnerOnlyFolder;
import dev.headway.projections.personal.OpeningFilter;
import dev.headway.projections.personal.PersonalFields;
import dev.headway.projections.personal.PersonalText;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Where the keys of people lie; a master key of the configuration takes the place of a file's. */
@Configuration(proxyBeanMethods = false)
class PersonalKeyConfiguration {

    @Bean
    DestroyedKeys destroyedKeys(@Value("${headway.people.destroyed-keys}") Path register) {
        return new DestroyedKeys(OwnerOnlyFolder.at(register));
    }

    @Bean
    SessionKey sessionKey(
            @Value("${headway.people.keys}") Path folder,
            DestroyedKeys destroyed,
            SecureRandom secrets) {
        return new SessionKey(OwnerOnlyFolder.at(folder), destroyed, secrets);
    }

    @Bean
    KeyFolder keyFolder(
            @Value("${headway.people.keys}") Path folder,
            @Value("${headway.people.master-key:}") String master,
            DestroyedKeys destroyed,
            SessionKey sessions,
            SecureRandom secrets) {
        var home = OwnerOnlyFolder.at(folder);
        var key =
                master.isEmpty()
                        ? home.keep("master-key.secret", () -> MasterKey.newSecret(secrets))
                        : master;
        return new KeyFolder(folder, destroyed, sessions, new MasterKey(key), secrets);
    }

    @Bean
    RemainsOfKeys remainsOfKeys(
            @Value("${headway.people.keys}") Path folder, DestroyedKeys destroyed) {
        return new RemainsOfKeys(folder, destroyed);
    }

    @Bean
    PersonalText personalText(KeyFolder keys) {
        return new PersonalText(keys);
    }

    @Bean
    PersonalFields personalFields(
            PersonalText texts, @Value("${headway.people.sealed:true}") boolean seals) {
        return new PersonalFields(texts, seals);
    }

    /** Around everything that answers, the problems of whoever may not ask among them. */
    @Bean
    FilterRegistrationBean<OpeningFilter> openingFilter(PersonalText texts) {
        var filter = new FilterRegistrationBean<>(new OpeningFilter(texts));
        filter.addUrlPatterns("/api/*", "/calendar/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }
}
