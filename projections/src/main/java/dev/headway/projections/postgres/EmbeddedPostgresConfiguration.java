package dev.headway.projections.postgres;

import dev.headway.projections.home.SecretGenerator;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Tells Boot where the database of the default run is; pool and migrations stay Boot's. Everything
 * that uses the database hangs on these beans, so Spring closes the server last.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedPostgresConfiguration.NoExternalDatabase.class)
class EmbeddedPostgresConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresConfiguration.class);

    @Bean(destroyMethod = "close")
    PostgresServer postgresServer(
            @Value("${headway.home}") Path home,
            @Value("${headway.postgres.archive:}") String archive,
            @Value("${headway.postgres.archive-after:1m}") String archiveAfter,
            SecretGenerator secrets) {
        return PostgresServer.start(
                home.resolve("postgres"),
                secrets,
                EmbeddedPostgresConfiguration::haltOnFailure,
                PostgresSettings.archiving(
                        archive.isBlank() ? null : Path.of(archive),
                        DurationStyle.detectAndParse(archiveAfter)));
    }

    @Bean
    HeadwayDatabase headwayDatabase(PostgresServer server) {
        return HeadwayDatabase.on(server);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(HeadwayDatabase database) {
        return database.application();
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(HeadwayDatabase database) {
        return database.migrator();
    }

    /** Without its database Headway can do nothing; the next run repairs what is to be repaired. */
    private static void haltOnFailure() {
        LOG.error("PostgreSQL ended unexpectedly. Headway stops; run it again to recover.");
        Runtime.getRuntime()
                .halt(1); // nothing can be finished without it, and the next run must not wait
    }

    static class NoExternalDatabase implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var url = context.getEnvironment().getProperty("spring.datasource.url");
            return !StringUtils.hasText(url);
        }
    }
}
