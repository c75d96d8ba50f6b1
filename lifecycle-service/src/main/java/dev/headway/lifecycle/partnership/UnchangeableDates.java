package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.Stage;
import dev.headway.contracts.history.EffectiveHistory.Recorded;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The dates of stages, which a later row may repeat and not change: they are what the first row
 * said, or what they were corrected to since. A blank says nothing.
 */
final class UnchangeableDates {

    private UnchangeableDates() {}

    /** What is wrong with a row's dates, and by which call each of them is mended. */
    static Optional<String> of(ImportPartnership row, Registered known, DecisionContext context) {
        var given = new TreeMap<>(row.stages());
        if (row.registeredAt() != null) {
            given.put(Stage.PROSPECT, row.registeredAt());
        }
        given.entrySet().removeIf(date -> date.getValue().equals(said(known, date.getKey())));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var moves = context.history().moves();
        var rejected =
                given.entrySet().stream()
                        .flatMap(
                                date ->
                                        differing(row, date.getKey(), date.getValue(), moves)
                                                .stream())
                        .collect(Collectors.joining(", "));
        return rejected.isEmpty()
                ? Optional.empty()
                : Optional.of("the date of a stage cannot change by import: " + rejected);
    }

    private static @Nullable Instant said(Registered known, Stage stage) {
        return known.facts().imported().enteredAt().get(stage);
    }

    private static Optional<String> differing(
            ImportPartnership row, Stage stage, Instant given, List<Recorded> moves) {
        var path = "/partnerships/" + row.partnershipId();
        var entered =
                moves.stream()
                        .filter(
                                each ->
                                        each.event() instanceof StageEntered entry
                                                && entry.stage() == stage)
                        .toList();
        if (entered.isEmpty()) {
            return Optional.of(
                    "%s has no date here and %s in the row, move it by POST %s/transitions"
                            .formatted(stage, given, path));
        }
        var latest = entered.getLast();
        var isKnown = entered.stream().anyMatch(each -> at(each).equals(given));
        return isKnown
                ? Optional.empty()
                : Optional.of(
                        "%s is %s here and %s in the row, correct it by POST %s/history/%s/correction"
                                .formatted(stage, at(latest), given, path, latest.eventId()));
    }

    private static Instant at(Recorded entered) {
        return entered.event().effectiveAt();
    }
}
