package dev.headway.lifecycle.views;

import dev.headway.contracts.written.FoldedText;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code saved_view}. */
@Component
class SavedViewTable {

    private final JdbcClient database;

    SavedViewTable(JdbcClient database) {
        this.database = database;
    }

    Optional<SavedView> find(UUID view) {
        return database.sql("select * from saved_view where view_id = :view")
                .param("view", view)
                .query(new SimplePropertyRowMapper<>(SavedView.class))
                .optional();
    }

    /**
     * Somebody's own views and those that are shared, by name.
     *
     * @param list of this list alone, or null
     * @param after folded name and id of the last one before, or null
     */
    List<SavedView> visibleTo(
            String person, @Nullable String list, @Nullable List<String> after, int limit) {
        return database.sql(
                        """
                        select   *
                        from     saved_view
                        where    (owner_id = :person or shared)
                        and      (cast(:list as text) is null or list = :list)
                        and      (cast(:view as uuid) is null
                                  or (name_folded, view_id) > (:name, cast(:view as uuid)))
                        order by name_folded, view_id
                        limit    :limit
                        """)
                .param("person", person)
                .param("list", list)
                .param("name", after == null ? null : after.get(0))
                .param("view", after == null ? null : after.get(1))
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(SavedView.class))
                .list();
    }

    /** Where a page begins after this one. */
    static String[] cursorOf(SavedView view) {
        return new String[] {folded(view), view.viewId().toString()};
    }

    /**
     * Keeps one, new or in its own place.
     *
     * @param most how many its owner may have
     * @return false where they have so many already
     */
    boolean store(SavedView view, int most) {
        return database.sql(
                                """
                                insert into saved_view
                                       (view_id, owner_id, owner_name, name, name_folded, list, query,
                                        shared, created_at, changed_at)
                                select  :view, :owner, :ownername, :name, :folded, :list, :query,
                                        :shared, cast(:created as timestamptz),
                                        cast(:changed as timestamptz)
                                where   (select count(*)
                                         from   saved_view
                                         where  owner_id = :owner
                                         and    view_id <> :view) < :most
                                on conflict (view_id) do update
                                set    owner_name  = excluded.owner_name,
                                       name        = excluded.name,
                                       name_folded = excluded.name_folded,
                                       list        = excluded.list,
                                       query       = excluded.query,
                                       shared      = excluded.shared,
                                       changed_at  = excluded.changed_at
                                """)
                        .param("view", view.viewId())
                        .param("owner", view.ownerId())
                        .param("ownername", view.ownerName())
                        .param("name", view.name())
                        .param("folded", folded(view))
                        .param("list", view.list())
                        .param("query", view.query())
                        .param("shared", view.shared())
                        .param("created", Timestamp.from(view.createdAt()))
                        .param("changed", Timestamp.from(view.changedAt()))
                        .param("most", most)
                        .update()
                == 1;
    }

    void delete(UUID view) {
        database.sql("delete from saved_view where view_id = :view").param("view", view).update();
    }

    private static String folded(SavedView view) {
        return new FoldedText(view.name()).text();
    }
}
