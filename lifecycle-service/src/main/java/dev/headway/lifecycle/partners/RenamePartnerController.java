package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.partnership.responses.PartialBodies;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another name, type or website of a company, and of what its partnerships say of it. What is not
 * named stays; a website of {@code null}, or with nothing to see, is taken away.
 */
@RestController
class RenamePartnerController {

    private static final String VISIBLE = "(?s).*\\S.*";
    private static final String BLANK = "must not be blank";

    private final CommandDispatcher dispatcher;
    private final CommandResponder responder;
    private final PartnerHttpResponses responses;
    private final PartialBodies bodies;
    private final RenameInPartnerships partnerships;

    RenamePartnerController(
            CommandDispatcher dispatcher,
            CommandResponder responder,
            PartnerHttpResponses responses,
            PartialBodies bodies,
            RenameInPartnerships partnerships) {
        this.dispatcher = dispatcher;
        this.responder = responder;
        this.responses = responses;
        this.bodies = bodies;
        this.partnerships = partnerships;
    }

    record Body(
            @Nullable @Size(max = 200) @Pattern(regexp = VISIBLE, message = BLANK) String name,
            @Nullable PartnerType type,
            @Nullable @Size(max = 2000) String website,
            @Nullable @Size(max = 4000) String reason) {}

    @PatchMapping("/api/v1/partners/{id}")
    ResponseEntity<?> rename(
            @PathVariable String id, @RequestBody ObjectNode given, RequestContext context) {
        var body = bodies.read(given, Body.class);
        var command =
                new RenamePartner(
                        PartnerHttpResponses.id(id),
                        new PartnerChange(
                                body.name(),
                                body.type(),
                                given.has("website"),
                                Text.orNone(body.website())),
                        body.reason());
        return responder.onceWritten(context, () -> renamed(command, context.withoutKey()));
    }

    private Receipt<RenderedResponse> renamed(RenamePartner command, RequestContext context) {
        Receipt<PartnerResult> receipt = dispatcher.send(command, context);
        if (!(receipt.answer() instanceof PartnerResult.Done done)) {
            return new Receipt<>(
                    responses.render(command.partnerId(), receipt.answer(), context, Map.of()),
                    receipt.position());
        }
        var renames = partnerships.rename(command, context);
        return new Receipt<>(
                responses.render(
                        command.partnerId(),
                        done,
                        context,
                        Map.of(
                                "renamed", renames.renamed(),
                                "unchanged", renames.unchanged(),
                                "rejected", renames.rejected())),
                Math.max(receipt.position(), renames.position()));
    }
}
