package dev.headway.projections.questions.people;

import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.querying.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL behind {@link WhoIsThere}. */
@Component
class PersonTable {

    private final JdbcClient database;

    PersonTable(JdbcClient database) {
        this.database = database;
    }

    Optional<DirectoryEntry> find(String personId) {
        return database.sql("select * from person where person_id = :person")
                .param("person", personId)
                .query(PersonTable::entry)
                .optional();
    }

    void store(DirectoryEntry entry) {
        database.sql(
                        """
                        insert into person (person_id, issuer, subject, name, folded_name, username,
                                            email, roles, disabled, awaits_password, version)
                        values (:person, :issuer, :subject, :name, :folded, :username,
                                :email, :roles, :disabled, :awaits, :version)
                        on conflict (person_id) do update
                        set    name            = excluded.name,
                               folded_name     = excluded.folded_name,
                               username        = excluded.username,
                               email           = excluded.email,
                               roles           = excluded.roles,
                               disabled        = excluded.disabled,
                               awaits_password = excluded.awaits_password,
                               version         = excluded.version
                        """)
                .param("person", entry.id())
                .param("issuer", entry.issuer())
                .param("subject", entry.subject())
                .param("name", entry.name())
                .param("folded", new FoldedText(entry.name()).text())
                .param("username", entry.username())
                .param("email", entry.email())
                .param("roles", entry.roles().toArray(String[]::new))
                .param("disabled", entry.disabled())
                .param("awaits", entry.awaitsPassword())
                .param("version", entry.version())
                .update();
    }

    /**
     * By name, from a place on.
     *
     * @param words what stands in their name, mail address or user name, in any order; null for all
     * @param after folded name and id of the last one before, or null
     */
    List<DirectoryEntry> page(@Nullable String words, @Nullable List<String> after, int limit) {
        return database.sql(
                        """
                        select   *
                        from     person
                        where    (cast(:words as text[]) is null
                                  or concat_ws(' ', folded_name, lower(email), lower(username))
                                     like all (cast(:words as text[])))
                        and      (cast(:name as text) is null
                                  or (folded_name, person_id) > (:name, :person))
                        order by folded_name, person_id
                        limit    :limit
                        """)
                .param("words", words == null ? null : LikePattern.containingEach(words))
                .param("name", after == null ? null : after.getFirst())
                .param("person", after == null ? null : after.getLast())
                .param("limit", limit)
                .query(PersonTable::entry)
                .list();
    }

    static String folded(DirectoryEntry entry) {
        return new FoldedText(entry.name()).text();
    }

    private static DirectoryEntry entry(ResultSet row, int number) throws SQLException {
        return new DirectoryEntry(
                row.getString("person_id"),
                row.getString("name"),
                row.getString("username"),
                row.getString("email"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("subject"),
                row.getString("issuer"),
                row.getBoolean("disabled"),
                row.getBoolean("awaits_password"),
                row.getLong("version"));
    }
}
