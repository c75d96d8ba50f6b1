package dev.headway.lifecycle.handovers;

import dev.headway.contracts.Seat;
import dev.headway.lifecycle.alerts.AlertHandover;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.handovers.HandoverReport.Outcome;
import dev.headway.lifecycle.handovers.HandoverReport.Row;
import dev.headway.lifecycle.partnership.CommandPreview;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.seats.HandOverSeat;
import dev.headway.lifecycle.partnership.steps.HandOverStep;
import dev.headway.projections.questions.owners.OwnedThings.OwnedThing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands over one thing, by the command that it takes. */
@Component
class ThingHandover {

    private final CommandDispatcher dispatcher;
    private final CommandPreview preview;
    private final AlertHandover alerts;

    ThingHandover(CommandDispatcher dispatcher, CommandPreview preview, AlertHandover alerts) {
        this.dispatcher = dispatcher;
        this.preview = preview;
        this.alerts = alerts;
    }

    /**
     * What became of it.
     *
     * @param position of the event that says so, 0 where there is none
     */
    record Handed(Row row, long position) {}

    Handed handOver(OwnedThing thing, Handover handover, RequestContext context) {
        return switch (thing.kind()) {
            case SEATS -> sent(thing, seat(thing, handover), context);
            case STEPS -> sent(thing, step(thing, handover), context);
            case ALERTS -> {
                var answer =
                        alerts.handOver(thing.subject(), handover.from(), handover.to(), context);
                yield handed(thing, answer.refusal(), answer.position());
            }
        };
    }

    /** What would become of it; stores nothing. */
    Row preview(OwnedThing thing, Handover handover) {
        return switch (thing.kind()) {
            case SEATS -> previewed(thing, seat(thing, handover));
            case STEPS -> previewed(thing, step(thing, handover));
            case ALERTS -> Row.of(thing, Outcome.HANDED, null);
        };
    }

    private static HandOverSeat seat(OwnedThing thing, Handover handover) {
        return new HandOverSeat(
                thing.partnershipId(),
                Seat.valueOf(thing.subject()),
                handover.from(),
                handover.to());
    }

    private static HandOverStep step(OwnedThing thing, Handover handover) {
        return new HandOverStep(
                thing.partnershipId(), thing.subject(), handover.from(), handover.to());
    }

    private Handed sent(OwnedThing thing, PartnershipCommand command, RequestContext context) {
        Receipt<CommandResult> receipt = dispatcher.send(command, context);
        return handed(thing, refusal(receipt.answer()), receipt.position());
    }

    private Row previewed(OwnedThing thing, PartnershipCommand command) {
        var answer = preview.preview(command);
        var changes = answer instanceof CommandResult.Done done && done.events() > 0;
        return handed(thing, refusal(answer), changes ? 1 : 0).row();
    }

    private static Handed handed(OwnedThing thing, @Nullable String refusal, long position) {
        var done = position > 0 ? Outcome.HANDED : Outcome.UNCHANGED;
        return new Handed(
                Row.of(thing, refusal == null ? done : Outcome.REJECTED, refusal), position);
    }

    private static @Nullable String refusal(CommandResult answer) {
        return switch (answer) {
            case CommandResult.Done _ -> null;
            case CommandResult.Illegal illegal -> illegal.why();
            case CommandResult.Broken broken -> broken.message();
            case CommandResult.Forbidden forbidden -> forbidden.why();
            case CommandResult.Missing missing -> "There is no such " + missing.what();
            case CommandResult.GateShut _, CommandResult.Stale _ ->
                    throw new IllegalStateException("Nothing is handed over like this: " + answer);
        };
    }
}
