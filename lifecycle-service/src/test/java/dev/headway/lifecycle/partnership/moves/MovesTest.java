package dev.headway.lifecycle.partnership.moves;

import static dev.headway.contracts.Stage.LAUNCH;
import static dev.headway.contracts.Stage.PILOT;
import static dev.headway.contracts.Stage.PROSPECT;
import static dev.headway.contracts.Stage.SCALED;
import static dev.headway.contracts.Stage.SUNSET;
import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.*;
import static dev.headway.lifecycle.partnership.SampleHistories.*;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.History;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stage against every target. */
class MovesTest {

    static final List<Arguments> MOVES =
            List.of(
                    Arguments.of(PROSPECT, PILOT, PilotStarted.class),
                    Arguments.of(PROSPECT, SUNSET, PartnershipSunset.class),
                    Arguments.of(PILOT, LAUNCH, PartnershipLaunched.class),
                    Arguments.of(PILOT, PROSPECT, PartnershipSteppedBack.class),
                    Arguments.of(PILOT, SUNSET, PartnershipSunset.class),
                    Arguments.of(LAUNCH, PILOT, PartnershipSteppedBack.class),
                    Arguments.of(LAUNCH, SCALED, PartnershipScaled.class),
                    Arguments.of(LAUNCH, SUNSET, PartnershipSunset.class),
                    Arguments.of(SCALED, LAUNCH, PartnershipSteppedBack.class),
                    Arguments.of(SCALED, SUNSET, PartnershipSunset.class),
                    Arguments.of(SUNSET, PROSPECT, PartnershipRevived.class));

    static Stream<Arguments> everythingElse() {
        return Arrays.stream(Stage.values())
                .flatMap(from -> Arrays.stream(Stage.values()).map(to -> Arguments.of(from, to)))
                .filter(pair -> pair.get()[0] != pair.get()[1])
                .filter(
                        pair ->
                                MOVES.stream()
                                        .noneMatch(
                                                move ->
                                                        move.get()[0] == pair.get()[0]
                                                                && move.get()[1] == pair.get()[1]));
    }

    @ParameterizedTest
    @FieldSource("MOVES")
    void there_are_eleven_moves(Stage from, Stage to, Class<? extends PartnershipEvent> event) {
        given(ready(from)).when(move(to)).thenMovedTo(to, event);
    }

    @ParameterizedTest
    @MethodSource("everythingElse")
    void every_other_one_is_refused_and_recorded(Stage from, Stage to) {
        given(ready(from)).when(move(to)).thenNoSuchMove(to, NOW);
    }

    @ParameterizedTest
    @EnumSource
    void asking_for_the_stage_one_is_in_is_quiet(Stage stage) {
        given(in(stage)).when(move(stage)).thenNothingNew();
    }

    @Test
    void a_refused_move_may_be_asked_for_again_and_is_recorded_again() {
        var refused = new MoveRefused("PROSPECT", "SCALED", "ILLEGAL", null, NOW);

        given(aProspect().and(refused)).when(move(SCALED)).thenNoSuchMove(SCALED, NOW);
    }

    @ParameterizedTest
    @FieldSource("MOVES")
    void a_move_never_lies_before_the_previous_one(
            Stage from, Stage to, Class<? extends PartnershipEvent> event) {
        var entered = entered(from);

        given(ready(from)).when(moveAt(to, entered)).thenMovedTo(to, event);
        given(ready(from))
                .when(moveAt(to, entered.minusNanos(1000)))
                .thenBroken("/effectiveAt", "lies before the previous move, " + entered);
    }

    @Test
    void a_move_lies_at_most_five_seconds_ahead_and_the_next_one_follows_it() {
        var early = NOW.plusSeconds(5);

        given(aProspect()).when(moveAt(PILOT, early)).thenMovedTo(PILOT, PilotStarted.class);
        given(aProspect())
                .when(moveAt(PILOT, early.plusNanos(1)))
                .thenBroken("/effectiveAt", "lies in the future");
        given(
                        aSunsetPartnership()
                                .without(PartnershipSunset.class)
                                .and(new PartnershipSunset("A", "b", passed(SUNSET), early)))
                .when(move(PROSPECT))
                .then(new PartnershipRevived("one of us", early));
    }

    private static History ready(Stage stage) {
        return stage == SUNSET ? in(stage) : in(stage).and(customersNotified());
    }

    private static Instant entered(Stage stage) {
        return in(stage).registered().facts().lastMoveAt();
    }
}
