package dev.headway.projections.console.governance;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.projections.console.layout.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of entries that the audit can be asked for, in words. */
final class EntryKinds {

    private static final Kind MOVES = new Kind("status-change", "Moves, refused ones among them");
    private static final Kind REFUSED = new Kind("MoveRefused", "Refused moves");

    /** Those asked for most, then those of each family of events. */
    static final List<Family> ALL =
            Stream.concat(
                            Stream.of(new Family("Asked for most", List.of(MOVES, REFUSED))),
                            Arrays.stream(HeadwayEvent.class.getPermittedSubclasses())
                                    .map(EntryKinds::family))
                    .toList();

    private EntryKinds() {}

    /**
     * @param name as the API has it
     * @param said in words
     */
    record Kind(String name, String said) {}

    /** Kinds that belong together. */
    record Family(String said, List<Kind> kinds) {}

    static boolean isOne(String name) {
        return ALL.stream()
                .flatMap(family -> family.kinds().stream())
                .anyMatch(kind -> kind.name().equals(name));
    }

    private static Family family(Class<?> type) {
        var kinds =
                leaves(type)
                        .map(Class::getSimpleName)
                        .filter(name -> !name.equals(REFUSED.name()))
                        .map(name -> new Kind(name, Words.event(name)))
                        .sorted(Comparator.comparing(Kind::said))
                        .toList();
        return new Family(Words.event(type.getSimpleName().replaceFirst("Event$", "")), kinds);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(EntryKinds::leaves)
                        .distinct()
                : Stream.of(type);
    }
}
