package dev.headway.projections.questions.people;

import dev.headway.contracts.PersonEvent.ChatHandle;
import dev.headway.contracts.PersonEvent.ChatHandlesSet;
import dev.headway.projections.chat.PersonSource;
import dev.headway.projections.tables.JsonBulkWrites;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How chat mentions people, as {@link WhoIsThere} keeps it; answered to chat. */
@Component
public class ChatHandleTable implements PersonSource {

    private final JdbcClient database;

    public ChatHandleTable(JdbcClient database) {
        this.database = database;
    }

    private record Row(String personId, String channel, String handle) {}

    /** All of a person's handles, in the place of those before. */
    void store(ChatHandlesSet event) {
        database.sql("delete from person_chat_handle where person_id = :person")
                .param("person", event.personId())
                .update();
        JsonBulkWrites.write(
                database,
                """
                insert into person_chat_handle (person_id, channel, handle)
                select person_id, channel, handle
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (person_id text, channel text, handle text)
                """,
                event.handles().stream()
                        .map(each -> new Row(event.personId(), each.channel(), each.handle()))
                        .toList());
    }

    /** Chat calls them nothing any more. */
    void forget(@Nullable String personId) {
        database.sql("delete from person_chat_handle where person_id = :person")
                .param("person", personId)
                .update();
    }

    /** All of a person's, in the order of the channels. */
    List<ChatHandle> of(String personId) {
        return database.sql(
                        """
                        select   channel, handle
                        from     person_chat_handle
                        where    person_id = :person
                        order by channel
                        """)
                .param("person", personId)
                .query(
                        (row, _) ->
                                new ChatHandle(row.getString("channel"), row.getString("handle")))
                .list();
    }

    @Override
    public Map<String, Map<String, String>> handlesOf(Collection<String> people) {
        var handles = new HashMap<String, Map<String, String>>();
        database.sql("select * from person_chat_handle where person_id = any(:people)")
                .param("people", people.toArray(String[]::new))
                .query(
                        row -> {
                            handles.computeIfAbsent(
                                            row.getString("person_id"), _ -> new HashMap<>())
                                    .put(row.getString("channel"), row.getString("handle"));
                        });
        return handles;
    }
}
