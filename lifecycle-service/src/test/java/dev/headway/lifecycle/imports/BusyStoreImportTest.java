package dev.headway.lifecycle.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.lifecycle.RunningHeadway;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import while the store has other things to do. */
class BusyStoreImportTest {

    private static RunningHeadway headway;
    private static ImportClient upload;

    private static JdbcClient database;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        upload = new ImportClient(headway);
        database = headway.superuser();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @AfterEach
    void mend() {
        database.sql("drop trigger if exists busy on event").update();
        database.sql("drop sequence if exists refusals").update();
    }

    @Test
    void no_row_is_lost_to_a_store_that_is_busy_for_a_moment() {
        refuse(3);

        var answered = upload.rows(rows("busy", 40));

        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(ImportClient.sums(answered))
                .isEqualTo("created 40, updated 0, unchanged 0, rejected 0");
    }

    @Test
    void whoever_meets_a_store_that_stays_away_is_told_to_send_the_file_again() {
        upload.rows(rows("away", 3));
        refuse(1_000_000);

        var answered = upload.rows(rows("away", 5));

        assertThat(answered.status()).isEqualTo(503);
        assertThat(answered.text()).contains("after some rows were in; send the same file again");
        mend();
        assertThat(ImportClient.sums(upload.rows(rows("away", 5))))
                .isEqualTo("created 2, updated 0, unchanged 3, rejected 0");
    }

    /** So many appends of a registration are refused, as when a statement takes too long. */
    private void refuse(int times) {
        database.sql("create sequence refusals").update();
        database.sql("alter sequence refusals owner to headway_owner").update();
        database.sql(
                        """
                        create or replace function be_busy() returns trigger language plpgsql as $$
                        begin
                            if new.type = 'PartnershipRegistered' and nextval('refusals') <= %d then
                                raise exception 'busy' using errcode = '57014';
                            end if;
                            return new;
                        end $$
                        """
                                .formatted(times))
                .update();
        database.sql(
                        """
                        create trigger busy before insert on event
                        for each row execute function be_busy()
                        """)
                .update();
    }

    private static String rows(String key, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> key + "-" + n + ",Reef,Reef Ltd,TELCO,,,2024-01-01,,,,,,\n")
                .collect(Collectors.joining());
    }
}
