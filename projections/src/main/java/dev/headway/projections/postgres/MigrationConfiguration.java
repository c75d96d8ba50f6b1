package dev.headway.projections.postgres;

import java.util.HashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Migrations run as the owner of the tables, when whoever migrates is a login of its own, and grant
 * the application what it needs.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    /**
     * Looks nothing up where another login could have put it, and is the owner where there is one.
     */
    static final String BECOME_THE_OWNER =
            """
            set search_path = public;
            do $$
            begin
                if to_regrole('headway_owner') is not null then
                    set role headway_owner;
                end if;
            end
            $$
            """;

    /** A placeholder of migrations: the login that the application works as. */
    static final String APPLICATION = "application";

    /**
     * Where a job has migrated before, {@code spring.flyway.enabled=false}, nobody migrates here.
     */
    @Bean
    @ConditionalOnBooleanProperty(name = "spring.flyway.enabled", matchIfMissing = true)
    FlywayConfigurationCustomizer migrationsOfTheOwner(
            JdbcConnectionDetails application, FlywayConnectionDetails migrator) {
        return flyway -> {
            var login = application.getUsername() == null ? "" : application.getUsername();
            var placeholders = new HashMap<>(flyway.getPlaceholders());
            placeholders.put(APPLICATION, login.replace("'", "''"));
            flyway.placeholders(placeholders);
            if (migrator.getUsername() != null) {
                flyway.initSql(BECOME_THE_OWNER);
            }
        };
    }

    @Bean
    @DependsOnDatabaseInitialization
    LoginRights loginRights(
            JdbcClient database, @Value("${headway.database.may-own:true}") boolean mayOwn) {
        var rights = LoginRights.of(database);
        rights.check(mayOwn);
        return rights;
    }
}
