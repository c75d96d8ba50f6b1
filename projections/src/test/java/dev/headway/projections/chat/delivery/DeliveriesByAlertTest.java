package dev.headway.projections.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.TestDatabase;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DeliveriesByAlertTest {

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final DeliveriesByAlert deliveries = new DeliveriesByAlert(database);

    @Test
    void what_told_of_a_page_of_alerts_is_found_without_reading_all_that_it_told_of() {
        database.sql(
                        """
                        insert into delivery (delivery_id, channel, alert_ids, payload, status, attempts,
                                              composed_at, next_attempt_at, retry_until, ended_at)
                        select gen_random_uuid(), 'alliance',
                               array(select cast(md5('' || n) as uuid) from generate_series(1, 20000) as n),
                               '{}', 'DELIVERED', 1, now(), now(), now(), now()
                        """)
                .update();
        JdbcClient.create(TestDatabase.superuser(source)).sql("vacuum analyze delivery").update();
        var page = IntStream.range(0, 200).mapToObj(this::alert).toList();
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));

        var wentThrough =
                transactions.execute(
                        _ -> {
                            assertThat(deliveries.of(page)).hasSize(100);
                            return database.sql(
                                            """
                                            select seq_tup_read
                                            from   pg_stat_xact_user_tables
                                            where  relname = 'delivery'
                                            """)
                                    .query(Long.class)
                                    .single();
                        });

        assertThat(Objects.requireNonNull(wentThrough)).isZero();
    }

    /** Every other one was told of. */
    private UUID alert(int number) {
        return database.sql("select cast(md5(:text) as uuid)")
                .param("text", String.valueOf(number % 2 == 0 ? number + 1 : number + 100_000))
                .query(UUID.class)
                .single();
    }
}
