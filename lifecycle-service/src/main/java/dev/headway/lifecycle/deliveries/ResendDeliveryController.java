package dev.headway.lifecycle.deliveries;

import dev.headway.lifecycle.http.Call;
import dev.headway.lifecycle.http.Commands;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.Reply;
import dev.headway.projections.chat.SecondChances;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes dead letters and disabled channels up again. */
@RestController
class ResendDeliveryController {

    private final SecondChances chances;
    private final Commands commands;
    private final JsonMapper json;

    ResendDeliveryController(SecondChances chances, Commands commands, JsonMapper json) {
        this.chances = chances;
        this.commands = commands;
        this.json = json;
    }

    record Queued(UUID id, String status) {}

    record Enabled(String name) {}

    @PostMapping("/api/v1/deliveries/{id}/resend")
    ResponseEntity<byte[]> resend(@PathVariable UUID id, Call call) {
        return once(call, () -> resent(id, call));
    }

    @PostMapping("/api/v1/channels/{name}/enablement")
    ResponseEntity<byte[]> enable(@PathVariable String name, Call call) {
        return once(
                call,
                () -> {
                    if (!chances.enable(name, call.actor())) {
                        throw Problem.notFound("channel");
                    }
                    return reply(new Enabled(name));
                });
    }

    private Reply resent(UUID id, Call call) {
        return switch (chances.resend(id, call.actor())) {
            case QUEUED -> reply(new Queued(id, "PENDING"));
            case UNKNOWN -> throw Problem.notFound("delivery");
            case NOT_DEAD -> throw illegal("Only a delivery that was given up is sent again");
            case CHANNEL_DISABLED -> throw illegal("Its channel is disabled; enable it first");
            case CHANNEL_REMOVED -> throw illegal("Its channel is no longer configured");
        };
    }

    private ResponseEntity<byte[]> once(Call call, Supplier<Reply> work) {
        var repeatable = call.repeatable();
        return repeatable == null ? work.get().at(0) : commands.once(repeatable, work);
    }

    private Reply reply(Object body) {
        return new Reply(
                HttpStatus.OK.value(),
                MediaType.APPLICATION_JSON_VALUE,
                null,
                null,
                json.writeValueAsString(body));
    }

    private static Problem illegal(String detail) {
        return Problem.of(HttpStatus.CONFLICT, "illegal", detail);
    }
}
