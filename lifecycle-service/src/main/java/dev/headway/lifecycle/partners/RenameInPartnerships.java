package dev.headway.lifecycle.partners;

import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.DescribePartnership;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries another name of a company into each of its partnerships, some at the same time, so that
 * every list, alert and message has it from then on, and each history tells it. What broke off
 * midway is finished by the same call: those that say so already are left alone.
 */
@Component
class RenameInPartnerships {

    private static final int AT_ONCE = 16;

    private final CommandDispatcher dispatcher;
    private final WhichPartnerIsMeant known;

    RenameInPartnerships(CommandDispatcher dispatcher, WhichPartnerIsMeant known) {
        this.dispatcher = dispatcher;
        this.known = known;
    }

    /** One that it was not carried into. */
    record Rejected(String partnershipId, String error) {}

    /**
     * What became of it.
     *
     * @param position of the last event that was stored, 0 where there is none
     */
    record Renames(long renamed, long unchanged, List<Rejected> rejected, long position) {}

    private record Sent(String partnershipId, @Nullable String error, long position) {}

    Renames rename(RenamePartner command, RequestContext caller) {
        var context = caller.through(caller.channel());
        var sent =
                known.partnershipsWith(command.partnerId()).stream()
                        .gather(Gatherers.mapConcurrent(AT_ONCE, id -> send(id, command, context)))
                        .toList();
        return new Renames(
                sent.stream().filter(each -> each.error() == null && each.position() > 0).count(),
                sent.stream().filter(each -> each.error() == null && each.position() == 0).count(),
                sent.stream()
                        .filter(each -> each.error() != null)
                        .map(
                                each ->
                                        new Rejected(
                                                each.partnershipId(),
                                                Objects.requireNonNull(each.error())))
                        .toList(),
                sent.stream().mapToLong(Sent::position).max().orElse(0));
    }

    private Sent send(String id, RenamePartner command, RequestContext context) {
        Receipt<CommandResult> receipt =
                dispatcher.send(
                        new DescribePartnership(id, null, command.change()::of, command.reason()),
                        context);
        return new Sent(id, error(receipt.answer()), receipt.position());
    }

    private static @Nullable String error(CommandResult answer) {
        return switch (answer) {
            case CommandResult.Done _ -> null;
            case CommandResult.Illegal illegal -> illegal.why();
            case CommandResult.Broken broken -> broken.message();
            case CommandResult.Forbidden forbidden -> forbidden.why();
            case CommandResult.Missing missing -> "There is no such " + missing.what();
            case CommandResult.GateShut _, CommandResult.Stale _ ->
                    throw new IllegalStateException("Nothing is renamed like this: " + answer);
        };
    }
}
