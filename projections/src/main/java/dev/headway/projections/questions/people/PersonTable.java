package dev.headway.projections.questions.people;

import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.querying.FoldedWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL behind {@link WhoIsThere}. */
@Component
class PersonTable {

    private static final Comparator<List<String>> IN_ORDER =
            Comparator.<List<String>, String>comparing(List::getFirst).thenComparing(List::getLast);

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
                                            email, roles, disabled, awaits_password, partner_id, version)
                        values (:person, :issuer, :subject, :name, :folded, :username,
                                :email, :roles, :disabled, :awaits, :partner, :version)
                        on conflict (person_id) do update
                        set    name            = excluded.name,
                               folded_name     = excluded.folded_name,
                               username        = excluded.username,
                               email           = excluded.email,
                               roles           = excluded.roles,
                               disabled        = excluded.disabled,
                               awaits_password = excluded.awaits_password,
                               partner_id      = excluded.partner_id,
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
                .param("partner", entry.partnerId())
                .param("version", entry.version())
                .update();
    }

    /**
     * By name, from a place on. Names are sealed here, and compared as people read them: of a
     * directory, which fits in memory, that is all of it each time.
     *
     * @param words what stands in their name, mail address or user name, in any order; null for all
     * @param after folded name and id of the last one before, or null
     */
    List<DirectoryEntry> page(@Nullable String words, @Nullable List<String> after, int limit) {
        var sought = words == null ? List.<String>of() : FoldedWords.of(words);
        return database.sql("select * from person").query(PersonTable::entry).list().stream()
                .map(DirectoryEntry::opened)
                .filter(each -> FoldedWords.areIn(searched(each), sought))
                .filter(each -> after == null || IN_ORDER.compare(place(each), after) > 0)
                .sorted(Comparator.comparing(PersonTable::place, IN_ORDER))
                .limit(limit)
                .toList();
    }

    private static List<String> place(DirectoryEntry entry) {
        return List.of(folded(entry), entry.id());
    }

    private static String searched(DirectoryEntry entry) {
        return Stream.of(folded(entry), small(entry.email()), small(entry.username()))
                .collect(Collectors.joining(" "));
    }

    private static String small(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
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
                row.getString("partner_id"),
                row.getLong("version"));
    }
}
