package dev.headway.lifecycle.erasures;

import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.personal.PersonalText;
import dev.headway.projections.querying.LikePattern;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Events from before there were keys, which hold names as they were written: for ever. */
@Component
class NamedBefore {

    private final JdbcClient database;
    private final KnownPeople people;
    private final PersonalText texts;
    private final JsonMapper json;

    NamedBefore(JdbcClient database, KnownPeople people, PersonalText texts, JsonMapper json) {
        this.database = database;
        this.people = people;
        this.texts = texts;
        this.json = json;
    }

    /**
     * How many of them hold one of these names, or what the directory calls this person. All of the
     * log is read for it.
     */
    long count(@Nullable String personId, Collection<String> names) {
        var all =
                Stream.concat(names.stream(), Stream.ofNullable(personId).flatMap(this::namesOf))
                        .map(texts::open)
                        .filter(name -> !name.equals(PersonalText.FORGOTTEN))
                        .distinct()
                        .toList();
        return all.isEmpty() ? 0 : count(all);
    }

    private Stream<String> namesOf(String personId) {
        return SealedNames.of(people.state(personId));
    }

    private long count(List<String> texts) {
        return database.sql(
                        """
                        select count(*)
                        from   event
                        where  payload  like any (cast(:texts as text[]))
                        or     metadata like any (cast(:texts as text[]))
                        """)
                .param("texts", texts.stream().map(this::pattern).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private String pattern(String text) {
        return LikePattern.containing(json.writeValueAsString(text));
    }
}
