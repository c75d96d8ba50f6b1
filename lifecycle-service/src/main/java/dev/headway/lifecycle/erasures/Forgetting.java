package dev.headway.lifecycle.erasures;

import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.forgetting.KeyFolder;
import dev.headway.lifecycle.people.KnownPeople;
import dev.headway.projections.personal.PersonalText;
import java.time.Clock;
import java.util.ArrayList;
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
    private final PersonalText texts;
    private final KnownPeople people;
    private final NamedBefore namedBefore;
    private final WhatLetsThemIn accounts;
    private final IdGenerator ids;
    private final Clock clock;

    Forgetting(
            CommandDispatcher dispatcher,
            KeyFolder keys,
            PersonalText texts,
            KnownPeople people,
            NamedBefore namedBefore,
            WhatLetsThemIn accounts,
            IdGenerator ids,
            Clock clock) {
        this.dispatcher = dispatcher;
        this.keys = keys;
        this.texts = texts;
        this.people = people;
        this.namedBefore = namedBefore;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes it to its end. */
    Receipt<ErasureResult> forget(String erasureId, ErasureState approved) {
        var context = RequestContext.headway(ids.generateId().toString());
        var person = Optional.ofNullable(approved.personId());
        var names = opened(approved.names());
        var all = Stream.concat(names.stream(), person.stream().flatMap(this::namesOf)).toList();
        var older = namedBefore.count(all);
        var destroyed = new ArrayList<String>();
        person.map(PersonalText::person)
                .flatMap(it -> keys.destroy(it, older > 0, clock.instant()))
                .ifPresent(destroyed::add);
        for (var name : names) {
            keys.destroy(PersonalText.named(name), older > 0, clock.instant())
                    .ifPresent(destroyed::add);
        }
        dispatcher.send(new RecordDestruction(erasureId, destroyed), context);
        person.ifPresent(accounts::delete);
        return dispatcher.send(new CompleteErasure(erasureId, older), context);
    }

    private Stream<String> namesOf(String personId) {
        var known = people.state(personId).identity();
        return known == null
                ? Stream.of()
                : opened(
                        Stream.of(known.name(), known.username(), known.email())
                                .flatMap(Stream::ofNullable)
                                .toList())
                        .stream();
    }

    /** Those that can still be read: what is forgotten already has no key. */
    private List<String> opened(List<String> sealed) {
        return sealed.stream()
                .map(texts::open)
                .filter(name -> !name.equals(PersonalText.FORGOTTEN))
                .toList();
    }
}
