package dev.headway.lifecycle.erasures;

import dev.headway.projections.querying.LikePattern;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Events from before there were keys, which hold names as they were written: for ever. */
@Component
class NamedBefore {

    private final JdbcClient database;
    private final JsonMapper json;

    NamedBefore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** How many of them hold one of these texts. All of the log is read for it. */
    long count(Collection<String> texts) {
        return texts.isEmpty()
                ? 0
                : database.sql(
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
