package dev.headway.lifecycle.erasures;

import dev.headway.contracts.written.SealedText;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.keys.KeyFolder;
import dev.headway.projections.keys.RemainsOfKeys;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.personal.PersonalText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * Does what was approved, one step after the other; done twice it does nothing twice. Keys go
 * first: from then on it is true, whatever happens to the rest.
 */
@Component
class Forgetting {

    private final CommandDispatcher dispatcher;
    private final KeyFolder keys;
    private final RemainsOfKeys remains;
    private final PersonalText texts;
    private final KnownPeople people;
    private final NamedBefore namedBefore;
    private final WhatLetsThemIn accounts;
    private final IdGenerator ids;
    private final Clock clock;

    Forgetting(
            CommandDispatcher dispatcher,
            KeyFolder keys,
            RemainsOfKeys remains,
            PersonalText texts,
            KnownPeople people,
            NamedBefore namedBefore,
            WhatLetsThemIn accounts,
            IdGenerator ids,
            Clock clock) {
        this.dispatcher = dispatcher;
        this.keys = keys;
        this.remains = remains;
        this.texts = texts;
        this.people = people;
        this.namedBefore = namedBefore;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes it to its end, from wherever a call before this one came to. */
    Receipt<ErasureResult> forget(String erasureId, ErasureState approved) {
        var context = RequestContext.headway(ids.generateId().toString());
        var person = Optional.ofNullable(approved.personId());
        var older = older(approved);
        destroyKeys(approved, older > 0);
        dispatcher.send(new RecordDestruction(erasureId, destroyedKeys(approved)), context);
        person.ifPresent(accounts::delete);
        return dispatcher.send(new CompleteErasure(erasureId, older), context);
    }

    /** Once the first key is gone nobody can count it any more. */
    private long older(ErasureState approved) {
        var counted = approved.olderEvents();
        return counted == null ? namedBefore.count(approved.personId(), approved.names()) : counted;
    }

    private void destroyKeys(ErasureState approved, boolean named) {
        var now = clock.instant();
        var names =
                approved.names().stream()
                        .map(texts::open)
                        .filter(name -> !name.equals(PersonalText.FORGOTTEN))
                        .map(PersonalText::named);
        Stream.concat(
                        Stream.ofNullable(approved.personId()).map(PersonalText::person),
                        names.toList().stream())
                .forEach(whose -> keys.destroy(whose, named, now));
        remains.delete();
    }

    /** Told by what was sealed under them, since the keys themselves tell nobody any more. */
    private List<String> destroyedKeys(ErasureState approved) {
        return Stream.concat(
                        Stream.ofNullable(approved.personId())
                                .flatMap(person -> SealedNames.of(people.state(person))),
                        approved.names().stream())
                .flatMap(name -> SealedText.parse(name).stream())
                .map(SealedText::keyId)
                .distinct()
                .filter(keys::isDestroyed)
                .toList();
    }
}
