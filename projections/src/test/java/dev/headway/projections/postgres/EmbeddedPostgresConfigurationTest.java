package dev.headway.projections.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.projections.home.SecretGenerator;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresConfigurationTest {

    @TempDir Path home;

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withUserConfiguration(EmbeddedPostgresConfiguration.class)
                    .withBean(SecureRandom.class)
                    .withBean(SecretGenerator.class)
                    .withConfiguration(
                            AutoConfigurations.of(
                                    DataSourceAutoConfiguration.class,
                                    JdbcTemplateAutoConfiguration.class,
                                    JdbcClientAutoConfiguration.class));

    @Test
    void without_a_database_of_ones_own_the_embedded_one_serves_and_ends_with_the_service() {
        var server = new AtomicReference<ProcessHandle>();

        service.withPropertyValues("headway.home=" + home)
                .run(
                        context -> {
                            server.set(context.getBean(PostgresServer.class).process());
                            var database = context.getBean(JdbcClient.class);
                            assertThat(database.sql("select current_user").query().singleValue())
                                    .isEqualTo("headway");
                        });

        await().until(() -> !server.get().isAlive());
    }

    @Test
    void with_a_database_of_ones_own_nothing_embedded_starts() {
        service.withPropertyValues(
                        "headway.home=" + home,
                        "spring.datasource.url=jdbc:postgresql://db.example/headway")
                .run(context -> assertThat(context).doesNotHaveBean(PostgresServer.class));

        assertThat(home).isEmptyDirectory();
    }
}
