package dev.headway.projections.sessions;

import dev.headway.projections.retention.LegalHold;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions as Spring Session keeps them in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    /** Of a session in which nobody has signed in yet. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    @Bean
    JdbcIndexedSessionRepository storedSessions(
            DataSource database,
            PlatformTransactionManager transactions,
            LegalHold hold,
            ObjectProvider<SessionSealing> sealing) {
        var sessions =
                new JdbcIndexedSessionRepository(
                        new JdbcTemplate(database), new TransactionTemplate(transactions));
        sessions.setTableName("browser_session");
        if (hold.isInForce()) {
            sessions.setCleanupCron(Scheduled.CRON_DISABLED);
        }
        sessions.setDefaultMaxInactiveInterval(LIFE);
        sessions.setConversionService(readable(sealing.getIfAvailable(() -> SessionSealing.NONE)));
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        return sessions;
    }

    @Bean
    CookieSerializer consoleCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("headway-console");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax"); // a link in a chat message opens the page it names
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    BrowserSessions browserSessions(
            JdbcIndexedSessionRepository stored,
            CookieSerializer cookie,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        return new BrowserSessions(stored, cookie, database, new TransactionTemplate(transactions));
    }

    private static GenericConversionService readable(SessionSealing sealing) {
        var conversion = new GenericConversionService();
        var writing = new SerializingConverter();
        conversion.addConverter(
                Object.class,
                byte[].class,
                value -> sealing.sealed(Objects.requireNonNull(writing.convert(value))));
        conversion.addConverter(new Readable(sealing));
        return conversion;
    }

    /**
     * What an earlier version wrote and this one cannot read is not there any more: whoever it was
     * signs in again.
     */
    private static final class Readable implements Converter<byte[], @Nullable Object> {

        private final SessionSealing sealing;
        private final DeserializingConverter reading =
                new DeserializingConverter(SessionConfiguration.class.getClassLoader());

        Readable(SessionSealing sealing) {
            this.sealing = sealing;
        }

        @Override
        public @Nullable Object convert(byte[] bytes) {
            try {
                return sealing.opened(bytes).map(reading::convert).orElse(null);
            } catch (SerializationFailedException foreign) {
                LOG.debug("A session holds what is not read any more", foreign);
                return null;
            }
        }
    }
}
