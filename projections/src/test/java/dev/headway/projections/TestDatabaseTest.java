package dev.headway.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void every_call_gets_a_database_of_its_own() {
        var one = JdbcClient.create(TestDatabase.migrated());
        var other = JdbcClient.create(TestDatabase.migrated());

        assertThat(nameOf(one)).isNotEqualTo(nameOf(other));
    }

    private static String nameOf(JdbcClient database) {
        return database.sql("select current_database()").query(String.class).single();
    }
}
