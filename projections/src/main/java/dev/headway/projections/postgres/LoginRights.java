package dev.headway.projections.postgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the application's own login could change what is history: a superuser can, and so can
 * whoever owns the tables or may become their owner.
 */
record LoginRights(String login, boolean mayChangeHistory) {

    private static final Logger LOG = LoggerFactory.getLogger(LoginRights.class);

    static LoginRights of(JdbcClient database) {
        return database.sql(
                        """
                        select current_user as login,
                               pg_has_role(relowner, 'member')
                               or has_table_privilege(oid, 'insert, update, delete, truncate, trigger')
                                   as may_change_history
                        from   pg_class
                        where  oid = 'event'::regclass
                        """)
                .query(LoginRights.class)
                .single();
    }

    /**
     * @param mayOwn whether Headway goes on with a warning, or not at all
     */
    void check(boolean mayOwn) {
        if (!mayChangeHistory) {
            return;
        }
        var what =
                ("The database login %s can change history: it is a superuser, or the tables are"
                                + " its own. docs/operations/database.md says how to take that from it.")
                        .formatted(login);
        if (!mayOwn) {
            throw new IllegalStateException(what);
        }
        LOG.warn(what);
    }
}
