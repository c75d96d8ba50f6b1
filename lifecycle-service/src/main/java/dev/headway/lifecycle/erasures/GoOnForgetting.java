package dev.headway.lifecycle.erasures;

import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.people.KnownPeople;
import dev.headway.projections.personal.PersonalText;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * At every start: what a crash cut short is done, and accounts that a restore brought back of
 * people whose keys are gone are deleted again.
 */
@Component
class GoOnForgetting {

    private static final Logger LOG = LoggerFactory.getLogger(GoOnForgetting.class);

    private final JdbcClient database;
    private final CommandDispatcher dispatcher;
    private final Forgetting forgetting;
    private final WhatLetsThemIn accounts;
    private final KnownPeople people;
    private final PersonalText texts;
    private final IdGenerator ids;

    GoOnForgetting(
            JdbcClient database,
            CommandDispatcher dispatcher,
            Forgetting forgetting,
            WhatLetsThemIn accounts,
            KnownPeople people,
            PersonalText texts,
            IdGenerator ids) {
        this.database = database;
        this.dispatcher = dispatcher;
        this.forgetting = forgetting;
        this.accounts = accounts;
        this.people = people;
        this.texts = texts;
        this.ids = ids;
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        try {
            unfinished().forEach(this::finish);
            accountsOfTheForgotten().forEach(accounts::delete);
        } catch (RuntimeException e) {
            LOG.error("Could not go on with forgetting; the next start tries again", e);
        }
    }

    private void finish(String erasureId) {
        var context = RequestContext.headway(ids.generateId().toString());
        var state =
                dispatcher
                        .<ErasureResult>send(new ApproveErasure(erasureId), context)
                        .answer()
                        .orProblem();
        if (state.status() != ErasureState.Status.COMPLETED) {
            forgetting.forget(erasureId, state);
        }
    }

    private List<String> unfinished() {
        return database.sql(
                        "select erasure_id from erasure where status in ('APPROVED', 'DESTROYED')")
                .query((row, _) -> row.getString("erasure_id"))
                .list();
    }

    private List<String> accountsOfTheForgotten() {
        return database
                .sql("select person_id from account")
                .query((row, _) -> row.getString("person_id"))
                .list()
                .stream()
                .filter(this::isForgotten)
                .toList();
    }

    private boolean isForgotten(String personId) {
        var known = people.state(personId).identity();
        return known != null && texts.open(known.name()).equals(PersonalText.FORGOTTEN);
    }
}
