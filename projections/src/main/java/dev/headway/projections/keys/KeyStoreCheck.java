package dev.headway.projections.keys;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start over a database whose names were sealed with other keys: what such a node seals,
 * no other could read, nor could it read theirs. The first node of all says which keys they are.
 */
@Component
class KeyStoreCheck implements InitializingBean {

    private static final String ANY_WORD = "key store";

    private final JdbcClient database;
    private final KeyFolder keys;

    KeyStoreCheck(JdbcClient database, KeyFolder keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * @throws IllegalStateException when the keys are not those of the database
     */
    @Override
    public void afterPropertiesSet() {
        var ours = keys.index(ANY_WORD);
        database.sql(
                        """
                        insert into key_store (fingerprint)
                        values (:fingerprint)
                        on conflict do nothing
                        """)
                .param("fingerprint", ours)
                .update();
        var theirs = database.sql("select fingerprint from key_store").query(String.class).single();
        if (!theirs.equals(ours)) {
            throw new IllegalStateException(
                    "The names in this database were sealed with other keys than those in"
                            + " HEADWAY_PEOPLE_KEYS. Put that folder in its place, and"
                            + " HEADWAY_PEOPLE_MASTERKEY where one was set; nodes share them.");
        }
    }
}
