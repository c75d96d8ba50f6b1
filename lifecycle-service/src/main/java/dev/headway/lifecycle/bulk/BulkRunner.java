package dev.headway.lifecycle.bulk;

import dev.headway.lifecycle.bulk.BulkReport.Row;
import dev.headway.lifecycle.commands.DispatchException.UnknownAggregate;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.partnership.CommandPreview;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.lifecycle.partnership.responses.PartnershipIds;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Does one thing to many partnerships, some of them at the same time. */
@Component
class BulkRunner {

    private static final int AT_ONCE = 16;

    private final CommandResponder responder;
    private final CommandPreview preview;
    private final JsonMapper json;

    BulkRunner(CommandResponder responder, CommandPreview preview, JsonMapper json) {
        this.responder = responder;
        this.preview = preview;
        this.json = json;
    }

    /**
     * What came of it all.
     *
     * @param position to wait for, to read all that was written; 0 where there were no partnerships
     */
    record Done(BulkReport report, long position) {}

    private record Answered(Row row, long position) {}

    Done run(List<String> partnerships, BulkAction action, RequestContext context) {
        var all = each(partnerships, id -> send(id, action, context));
        return new Done(
                BulkReport.of(all.stream().map(Answered::row).toList()),
                all.stream().mapToLong(Answered::position).max().orElse(0));
    }

    /** What would come of it; stores nothing. */
    BulkReport dryRun(List<String> partnerships, BulkAction action) {
        return BulkReport.of(each(partnerships, id -> Row.of(id, preview.preview(action.on(id)))));
    }

    private static <R> List<R> each(List<String> partnerships, Function<String, R> todo) {
        return partnerships.stream().gather(Gatherers.mapConcurrent(AT_ONCE, todo)).toList();
    }

    /** A command whose answer is a row; under a key it is the one that was given first. */
    private Answered send(String id, BulkAction action, RequestContext context) {
        try {
            PartnershipIds.check(id);
            var response =
                    responder.<CommandResult>respond(
                            action.on(id),
                            context.variant(id),
                            result ->
                                    RenderedResponse.json(
                                            HttpStatus.OK,
                                            json.writeValueAsString(Row.of(id, result))));
            var position = response.getHeaders().getFirst("Headway-Position");
            return new Answered(
                    json.readValue(Objects.requireNonNull(response.getBody()), Row.class),
                    position == null ? 0 : Long.parseLong(position));
        } catch (UnknownAggregate _) {
            return new Answered(Row.unknown(id), 0);
        }
    }
}
