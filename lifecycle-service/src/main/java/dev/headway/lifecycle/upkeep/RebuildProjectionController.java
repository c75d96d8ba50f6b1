package dev.headway.lifecycle.upkeep;

import dev.headway.lifecycle.http.Call;
import dev.headway.lifecycle.http.Commands;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.Reply;
import dev.headway.projections.upkeep.Rebuilding;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Has a projection built anew while it goes on answering. */
@RestController
class RebuildProjectionController {

    private final Rebuilding rebuilding;
    private final Commands commands;
    private final JsonMapper json;

    RebuildProjectionController(Rebuilding rebuilding, Commands commands, JsonMapper json) {
        this.rebuilding = rebuilding;
        this.commands = commands;
        this.json = json;
    }

    record Begun(String name) {}

    @PostMapping("/api/v1/projections/{name}/rebuild")
    ResponseEntity<byte[]> rebuild(@PathVariable String name, Call call) {
        var repeatable = call.repeatable();
        return repeatable == null
                ? begun(name).at(0)
                : commands.once(repeatable, () -> begun(name));
    }

    private Reply begun(String name) {
        if (!rebuilding.knows(name)) {
            throw Problem.notFound("projection");
        }
        rebuilding.begin(name);
        return new Reply(
                HttpStatus.ACCEPTED.value(),
                MediaType.APPLICATION_JSON_VALUE,
                null,
                null,
                json.writeValueAsString(new Begun(name)));
    }
}
