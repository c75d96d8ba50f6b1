package dev.headway.lifecycle.calendars;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.subscriptions.CalendarSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of links, and of what was last answered by each. */
@Component
class CalendarLinkTable {

    private final JdbcClient database;
    private final Clock clock;

    CalendarLinkTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A link as its person sees it.
     *
     * @param everything whether it shows what everybody owns
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CalendarLink(
            String id,
            String name,
            boolean everything,
            Instant createdAt,
            @Nullable Instant lastReadAt) {}

    /**
     * What is kept of one.
     *
     * @param hash of its secret
     */
    record Stored(String personId, boolean everything, byte[] hash) {}

    /** Keeps one; false when its person has as many as anybody may. */
    boolean store(CalendarSecret link, String personId, String name, boolean everything, int most) {
        return database.sql(
                                """
                                insert into calendar_link
                                       (link_id, person_id, name, everything, secret_hash, created_at)
                                select :link, :person, :name, :everything, :hash, :now
                                where  (select count(*)
                                        from   calendar_link
                                        where  person_id = :person) < :most
                                """)
                        .param("link", link.linkId())
                        .param("person", personId)
                        .param("name", name)
                        .param("everything", everything)
                        .param("hash", link.hash())
                        .param("now", now())
                        .param("most", most)
                        .update()
                == 1;
    }

    /** Those of a person, in the order they were made. */
    List<CalendarLink> of(String personId) {
        return database.sql(
                        """
                        select   *
                        from     calendar_link
                        where    person_id = :person
                        order by created_at, link_id
                        """)
                .param("person", personId)
                .query(CalendarLinkTable::link)
                .list();
    }

    /** Revokes one of a person; one that is gone already is gone. */
    void delete(String linkId, String personId) {
        database.sql("delete from calendar_link where link_id = :link and person_id = :person")
                .param("link", linkId)
                .param("person", personId)
                .update();
    }

    Optional<Stored> find(String linkId) {
        return database.sql(
                        """
                        select person_id, everything, secret_hash
                        from   calendar_link
                        where  link_id = :link
                        """)
                .param("link", linkId)
                .query(
                        (row, _) ->
                                new Stored(
                                        row.getString("person_id"),
                                        row.getBoolean("everything"),
                                        row.getBytes("secret_hash")))
                .optional();
    }

    /**
     * Notes that it was read.
     *
     * @param etag of what it is answered
     * @return since when it is answered this; empty when it was revoked meanwhile
     */
    Optional<Instant> read(String linkId, String etag) {
        return database.sql(
                        """
                        update calendar_link
                        set    last_read_at = :now,
                               changed_at   = case when etag = :etag then changed_at
                                                   else cast(:now as timestamptz) end,
                               etag         = :etag
                        where  link_id = :link
                        returning changed_at
                        """)
                .param("link", linkId)
                .param("etag", etag)
                .param("now", now())
                .query((row, _) -> row.getTimestamp("changed_at").toInstant())
                .optional();
    }

    private static CalendarLink link(ResultSet row, int number) throws SQLException {
        var read = row.getTimestamp("last_read_at");
        return new CalendarLink(
                row.getString("link_id"),
                row.getString("name"),
                row.getBoolean("everything"),
                row.getTimestamp("created_at").toInstant(),
                read == null ? null : read.toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
