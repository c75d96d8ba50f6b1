package dev.headway.projections.processing;

import dev.headway.projections.log.RecordedEvent;
import dev.headway.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what it is told of each stream, in order, and fails at whatever it was told to fail at: by
 * stream and version.
 */
final class Fragile implements Projection {

    static final String NAME = "fragile";

    private final JdbcClient database;
    private final Map<String, Runnable> faults = new ConcurrentHashMap<>();

    Fragile(JdbcClient database) {
        this.database = database;
    }

    static void createTable(DataSource database) {
        var superuser = JdbcClient.create(TestDatabase.superuser(database));
        superuser
                .sql(
                        """
                        create table told (
                            stream  text   not null,
                            version bigint not null,
                            seq     bigint generated always as identity,
                            primary key (stream, version))
                        """)
                .update();
        superuser.sql("grant select, insert, update, delete on told to public").update();
    }

    void failsAt(String stream, long version) {
        failsAt(
                stream,
                version,
                () -> {
                    throw new IllegalStateException("What is said of " + stream + " is secret");
                });
    }

    void failsAt(String stream, long version, Runnable fault) {
        faults.put(stream + "@" + version, fault);
    }

    void isRepaired() {
        faults.clear();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("told");
    }

    @Override
    public BatchHandler open() {
        return page -> page.forEach(this::tell);
    }

    private void tell(RecordedEvent event) {
        database.sql("insert into told (stream, version) values (:stream, :version)")
                .param("stream", event.stream())
                .param("version", event.version())
                .update();
        faults.getOrDefault(event.stream() + "@" + event.version(), () -> {}).run();
    }

    /** What it was told of a stream, in the order in which it was. */
    List<Long> toldOf(String stream) {
        return database.sql("select version from told where stream = :stream order by seq")
                .param("stream", stream)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** All that it was told, in an order of its own. */
    Stream<String> told() {
        return database
                .sql("select stream || '@' || version from told order by stream, version")
                .query((row, _) -> row.getString(1))
                .list()
                .stream();
    }
}
