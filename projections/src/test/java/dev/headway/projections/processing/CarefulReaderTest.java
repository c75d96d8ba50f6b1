package dev.headway.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.log.PartlyUnreadableLog;
import dev.headway.testing.TestDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CarefulReaderTest {

    private static final int EVENTS = 40;

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final Positions positions = new Positions(database);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Fragile fragile = new Fragile(database);

    @BeforeEach
    void createTable() {
        Fragile.createTable(source);
        positions.table().register(Fragile.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "1", "40", "20,21", "3,4,17,38", "1,2,3,39,40"})
    void one_look_gets_past_whatever_cannot_be_read_in_a_page(String unreadable) {
        for (int each = 1; each <= EVENTS; each++) {
            log.happened("p" + each, new SeatVacated("SUPPORT", Instant.EPOCH));
        }
        fragile.failsAt("p18", 1);
        var spoilt = numbers(unreadable);

        var read = read(spoilt.stream().map(each -> 10 * each).collect(Collectors.toSet()));

        assertThat(read).isEqualTo(log.head());
        var parked = new DeadLetterQueries(database).streams(Fragile.NAME);
        var expected = spoilt.stream().map(each -> "p" + each).collect(Collectors.toSet());
        expected.add("p18");
        assertThat(parked).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(fragile.told())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, EVENTS)
                                .filter(each -> !expected.contains("p" + each))
                                .mapToObj(each -> "p" + each + "@1")
                                .toList());
    }

    private long read(Set<Long> unreadable) {
        var pass =
                new CarefulPass(
                        fragile,
                        new PartlyUnreadableLog(log, unreadable),
                        positions,
                        ProcessorsForTests.deadLetters(source).of(Fragile.NAME));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        Long read =
                transaction.execute(
                        status ->
                                pass.read(
                                        positions.claims().claim(Fragile.NAME).orElseThrow(),
                                        status,
                                        1,
                                        _ -> false));
        assertThat(read).isNotNull();
        return read;
    }

    private static Set<Long> numbers(String listed) {
        return Arrays.stream(listed.split(",")).map(Long::valueOf).collect(Collectors.toSet());
    }
}
