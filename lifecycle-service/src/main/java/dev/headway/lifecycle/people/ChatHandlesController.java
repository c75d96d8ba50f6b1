package dev.headway.lifecycle.people;

import dev.headway.contracts.PersonEvent.ChatHandle;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.projections.http.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What chat calls a person, as an admin or they themselves say. */
@RestController
class ChatHandlesController {

    private final CommandResponder responder;
    private final JsonMapper json;

    ChatHandlesController(CommandResponder responder, JsonMapper json) {
        this.responder = responder;
        this.json = json;
    }

    record Handle(@NotNull ChannelKind channel, @NotBlank @Size(max = 200) String handle) {}

    record Body(@NotNull @Size(max = 20) List<@NotNull @Valid Handle> handles) {}

    /** What they are called now. */
    record Handles(String id, List<ChatHandle> handles) {}

    @PutMapping("/api/v1/people/{id}/chat-handles")
    ResponseEntity<byte[]> set(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        if (!context.roles().contains(Role.ADMIN) && !id.equals(context.actor().id())) {
            throw Problem.forbidden("What chat calls somebody else is for an admin to say");
        }
        check(body.handles());
        var command =
                new SetChatHandles(
                        id,
                        body.handles().stream()
                                .map(each -> new ChatHandle(each.channel().name(), each.handle()))
                                .toList());
        return responder.<PersonCommandResult>respond(
                command, context, result -> rendered(command, result));
    }

    /** Whatever a service might take for something else is no handle. */
    private static void check(List<Handle> handles) {
        var errors = new ArrayList<Problem.FieldError>();
        var seen = EnumSet.noneOf(ChannelKind.class);
        for (int i = 0; i < handles.size(); i++) {
            var each = handles.get(i);
            if (!each.channel().isHandle(each.handle())) {
                errors.add(error(i, "handle", unlike(each.channel())));
            } else if (!seen.add(each.channel())) {
                errors.add(error(i, "channel", "is there twice"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static Problem.FieldError error(int index, String field, String message) {
        return new Problem.FieldError(
                Problem.FieldError.pointer("handles", Integer.toString(index), field), message);
    }

    private static String unlike(ChannelKind kind) {
        return kind.sampleHandle() == null
                ? "cannot be: nobody is mentioned there"
                : "is not what %s calls a person, as %s"
                        .formatted(kind.inWords(), kind.sampleHandle());
    }

    private RenderedResponse rendered(SetChatHandles command, PersonCommandResult result) {
        return switch (result) {
            case PersonCommandResult.Done _ ->
                    RenderedResponse.json(
                            HttpStatus.OK,
                            json.writeValueAsString(
                                    new Handles(command.personId(), command.handles())));
            case PersonCommandResult.NotDone not -> throw not.problem();
        };
    }
}
