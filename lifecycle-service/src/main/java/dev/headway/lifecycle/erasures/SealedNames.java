package dev.headway.lifecycle.erasures;

import dev.headway.projections.people.PersonState;
import java.util.stream.Stream;

/** What the directory calls somebody, sealed as it is read. */
final class SealedNames {

    private SealedNames() {}

    static Stream<String> of(PersonState person) {
        var known = person.identity();
        return known == null
                ? Stream.of()
                : Stream.of(known.name(), known.username(), known.email())
                        .flatMap(Stream::ofNullable);
    }
}
