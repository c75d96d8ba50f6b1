package dev.headway.projections.questions.partners;

import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.tables.JsonBulkWrites;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that {@link PartnersHandler} writes. */
@Component
class PartnerTables {

    private final JdbcClient database;

    PartnerTables(JdbcClient database) {
        this.database = database;
    }

    Map<String, PartneredRow> partnered(Collection<String> partnershipIds) {
        var rows = new HashMap<String, PartneredRow>();
        database.sql("select * from partner_partnership where partnership_id = any(:ids)")
                .param("ids", partnershipIds.toArray(String[]::new))
                .query(new SimplePropertyRowMapper<>(PartneredRow.class))
                .list()
                .forEach(row -> rows.put(row.partnershipId(), row));
        return rows;
    }

    /** Where some of these names lead: the ids by the names. */
    Map<String, String> names(Collection<String> folded) {
        var names = new HashMap<String, String>();
        database.sql("select * from partner_name where name_folded = any(:names)")
                .param("names", folded.toArray(String[]::new))
                .query(
                        row -> {
                            names.put(row.getString("name_folded"), row.getString("partner_id"));
                        });
        return names;
    }

    /** Whom a partner was merged into in the end; itself where it was not. */
    String root(String partnerId) {
        return database.sql("select root_id from partner where partner_id = :id")
                .param("id", partnerId)
                .query(String.class)
                .optional()
                .orElse(partnerId);
    }

    /** How many events of its own are worked in. */
    long version(String partnerId) {
        return database.sql("select version from partner where partner_id = :id")
                .param("id", partnerId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    boolean isKnown(String partnerId) {
        return database.sql("select exists (select from partner where partner_id = :id)")
                .param("id", partnerId)
                .query(Boolean.class)
                .single();
    }

    /** The name leads to this partner from now on. */
    void claim(String nameFolded, String partnerId) {
        database.sql(
                        """
                        insert into partner_name (name_folded, partner_id)
                        values (:name, :partner)
                        on conflict (name_folded) do update
                        set    partner_id = excluded.partner_id
                        """)
                .param("name", nameFolded)
                .param("partner", partnerId)
                .update();
    }

    /** The same, where it leads to nobody yet. */
    void claimIfFree(String nameFolded, String partnerId) {
        database.sql(
                        """
                        insert into partner_name (name_folded, partner_id)
                        values (:name, :partner)
                        on conflict (name_folded) do nothing
                        """)
                .param("name", nameFolded)
                .param("partner", partnerId)
                .update();
    }

    /** It is called what its own events say. */
    void describe(
            String partnerId, String name, String type, @Nullable String website, long version) {
        database.sql(
                        """
                        insert into partner (partner_id, root_id, name, name_folded, type, website,
                                             partnerships, version)
                        values (:partner, :partner, :name, :folded, :type, :website, 0, :version)
                        on conflict (partner_id) do update
                        set    name        = excluded.name,
                               name_folded = excluded.name_folded,
                               type        = excluded.type,
                               website     = excluded.website,
                               version     = excluded.version
                        """)
                .param("partner", partnerId)
                .param("name", name)
                .param("folded", new FoldedText(name).text())
                .param("type", type)
                .param("website", website)
                .param("version", version)
                .update();
    }

    /**
     * Two that were merged into each other at once would both be gone: the first merge stands. So
     * does a partner that was to go into one that went meanwhile.
     */
    void merge(String partnerId, String into, long version) {
        var isPossible = isKnown(into) && !root(into).equals(partnerId);
        database.sql(
                        """
                        update partner
                        set    merged_into = case when :possible then :into else merged_into end,
                               version     = :version
                        where  partner_id = :partner
                        """)
                .param("possible", isPossible)
                .param("into", into)
                .param("partner", partnerId)
                .param("version", version)
                .update();
        findRoots();
    }

    void unmerge(String partnerId, long version) {
        database.sql(
                        """
                        update partner
                        set    merged_into = null,
                               version     = :version
                        where  partner_id = :partner
                        """)
                .param("partner", partnerId)
                .param("version", version)
                .update();
        findRoots();
    }

    /** A partner that is part of another one than before. */
    private record Moved(String partnerId, String before, String after) {}

    /** After a merge; there are few of those. */
    private void findRoots() {
        var moved =
                database.sql(
                                """
                                with recursive tree (partner_id, root_id) as (
                                    select partner_id, partner_id
                                    from   partner
                                    where  merged_into is null
                                    union all
                                    select child.partner_id, tree.root_id
                                    from   partner child
                                           join tree on tree.partner_id = child.merged_into)
                                select partner_id, partner.root_id as before, tree.root_id as after
                                from   partner
                                       join tree using (partner_id)
                                where  partner.root_id <> tree.root_id
                                """)
                        .query(new SimplePropertyRowMapper<>(Moved.class))
                        .list();
        moved.forEach(
                each ->
                        database.sql("update partner set root_id = :root where partner_id = :id")
                                .param("root", each.after())
                                .param("id", each.partnerId())
                                .update());
        count(
                moved.stream()
                        .flatMap(each -> Stream.of(each.before(), each.after()))
                        .distinct()
                        .toList());
    }

    void store(Collection<PartneredRow> rows) {
        JsonBulkWrites.write(
                database,
                """
                insert into partner_partnership
                       (partnership_id, partner_id, assigned, by_name, partner_name, name_folded,
                        partner_type, website, described_at, voided, version)
                select partnership_id, partner_id, assigned, by_name, partner_name, name_folded,
                       partner_type, website, described_at, voided, version
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (partnership_id text, partner_id text, assigned boolean,
                               by_name boolean, partner_name text, name_folded text,
                               partner_type text, website text, described_at bigint,
                               voided boolean, version bigint)
                on conflict (partnership_id) do update
                set    partner_id   = excluded.partner_id,
                       assigned     = excluded.assigned,
                       by_name      = excluded.by_name,
                       partner_name = excluded.partner_name,
                       name_folded  = excluded.name_folded,
                       partner_type = excluded.partner_type,
                       website      = excluded.website,
                       described_at = excluded.described_at,
                       voided       = excluded.voided,
                       version      = excluded.version
                where  partner_partnership.version < excluded.version
                """,
                rows);
    }

    /**
     * Partners of whom nobody said anything are called what the newest of the partnerships that
     * name them calls them, and are there as long as one does.
     */
    void refresh(Collection<String> partnerIds) {
        if (partnerIds.isEmpty()) {
            return;
        }
        var ids = partnerIds.toArray(String[]::new);
        database.sql(
                        """
                        insert into partner (partner_id, root_id, name, name_folded, type, website,
                                             partnerships, version)
                        select partner_id, partner_id, partner_name, name_folded, partner_type, website,
                               0, 0
                        from   unnest(:ids) as touched (id)
                               cross join lateral
                               (select   *
                                from     partner_partnership
                                where    partner_id = touched.id
                                order by by_name desc, voided, described_at desc, partnership_id
                                limit    1) as newest
                        on conflict (partner_id) do update
                        set    name        = excluded.name,
                               name_folded = excluded.name_folded,
                               type        = excluded.type,
                               website     = excluded.website
                        where  partner.version = 0
                        """)
                .param("ids", ids)
                .update();
        database.sql(
                        """
                        delete
                        from   partner
                        where  partner_id = any(:ids)
                        and    version    = 0
                        and    not exists (select
                                           from   partner_partnership named
                                           where  named.partner_id = partner.partner_id)
                        and    not exists (select
                                           from   partner child
                                           where  child.merged_into = partner.partner_id)
                        """)
                .param("ids", ids)
                .update();
        count(
                database.sql("select distinct root_id from partner where partner_id = any(:ids)")
                        .param("ids", ids)
                        .query((row, _) -> row.getString("root_id"))
                        .list());
    }

    /** How many partnerships are with them, or with those that were merged into them. */
    private void count(Collection<String> roots) {
        database.sql(
                        """
                        update partner
                        set    partnerships = (select count(*)
                                               from   partner part
                                                      join partner_partnership known
                                                      on known.partner_id = part.partner_id
                                               where  part.root_id = partner.partner_id
                                               and    not known.voided)
                        where  partner_id = any(:roots)
                        """)
                .param("roots", roots.toArray(String[]::new))
                .update();
    }
}
