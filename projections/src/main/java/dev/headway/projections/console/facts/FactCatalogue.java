package dev.headway.projections.console.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every form there is. */
public final class FactCatalogue {

    private static final List<FactForm> ALL =
            Stream.of(
                            FactForms.ALL,
                            MotionForms.ALL,
                            StandingForms.ALL,
                            ObjectiveForms.ALL,
                            List.of(Corrections.OF_MOVE))
                    .flatMap(List::stream)
                    .toList();

    private FactCatalogue() {}

    public static List<FactForm> all() {
        return ALL;
    }

    static Optional<FactForm> find(String id) {
        return ALL.stream().filter(form -> form.id().equals(id)).findFirst();
    }

    /** The form that mends a criterion; nothing for those that no single fact meets. */
    public static Optional<FactForm> mending(String criterion) {
        return ALL.stream()
                .filter(form -> !form.isAboutOne() && form.mends().contains(criterion))
                .findFirst();
    }
}
