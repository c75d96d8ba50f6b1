package dev.headway.lifecycle.erasures;

import dev.headway.lifecycle.erasures.ErasureState.Status;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.personal.PersonalText;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What a crash cut short, on whichever node, is done within minutes; and at every start accounts
 * that a restore brought back of people whose keys are gone are deleted again.
 */
@Component
class GoOnForgetting {

    private static final Logger LOG = LoggerFactory.getLogger(GoOnForgetting.class);

    private final JdbcClient database;
    private final KnownErasures erasures;
    private final Forgetting forgetting;
    private final WhatLetsThemIn accounts;
    private final KnownPeople people;
    private final PersonalText texts;

    GoOnForgetting(
            JdbcClient database,
            KnownErasures erasures,
            Forgetting forgetting,
            WhatLetsThemIn accounts,
            KnownPeople people,
            PersonalText texts) {
        this.database = database;
        this.erasures = erasures;
        this.forgetting = forgetting;
        this.accounts = accounts;
        this.people = people;
        this.texts = texts;
    }

    @EventListener(ApplicationReadyEvent.class)
    void deleteAccountsOfTheForgotten() {
        try {
            accountsOfTheForgotten().forEach(accounts::delete);
        } catch (RuntimeException e) {
            LOG.error("Could not delete accounts of the forgotten; the next start tries again", e);
        }
    }

    /** As a projection has it, which may be behind at a start: the next look sees it. */
    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT30S")
    void goOn() {
        try {
            unfinished().forEach(this::finish);
        } catch (RuntimeException e) {
            LOG.error("Could not go on with forgetting, which will be tried again", e);
        }
    }

    private void finish(String erasureId) {
        var state = erasures.state(erasureId);
        if (state.status() == Status.APPROVED || state.status() == Status.DESTROYED) {
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
