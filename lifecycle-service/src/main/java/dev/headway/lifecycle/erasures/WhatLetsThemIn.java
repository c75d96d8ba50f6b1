package dev.headway.lifecycle.erasures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything beside events that is of one person: their account, their tokens, links and views. */
@Component
class WhatLetsThemIn {

    private static final List<String> DELETE =
            List.of(
                    "delete from account_link  where person_id = :person",
                    "delete from sign_in       where person_id = :person",
                    "delete from account       where person_id = :person",
                    "delete from access_token  where person_id = :person",
                    "delete from calendar_link where person_id = :person",
                    "delete from saved_view    where owner_id  = :person and not shared");

    private final JdbcClient database;

    WhatLetsThemIn(JdbcClient database) {
        this.database = database;
    }

    void delete(String personId) {
        DELETE.forEach(each -> database.sql(each).param("person", personId).update());
    }
}
