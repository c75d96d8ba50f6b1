package dev.headway.lifecycle.partnership.seats;

import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import dev.headway.lifecycle.people.Owner;
import dev.headway.lifecycle.people.Owners;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who sits in a seat. */
@RestController
class FillSeatController {

    private final PartnershipHttpResponses responses;

    private final Owners owners;

    FillSeatController(PartnershipHttpResponses responses, Owners owners) {
        this.responses = responses;
        this.owners = owners;
    }

    @OneOf({"holder", "holderId"})
    record Body(
            @Nullable @Line String holder,
            @Nullable @Size(max = 200) String holderId,
            @NotNull Side side,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/seats/{seat}")
    ResponseEntity<?> fill(
            @PathVariable String id,
            @PathVariable Seat seat,
            @Valid @RequestBody Body body,
            RequestContext context) {
        var holder = owners.of(body.holder(), body.holderId(), "holderId");
        return responses.to(
                new FillSeat(id, seat, holder, body.side(), body.effectiveAt()), context);
    }

    @Bean
    static CorrectableFact<SeatFilled, Body> correctableSeat(Owners owners) {
        return new CorrectableFact<>(
                SeatFilled.class,
                Body.class,
                it ->
                        new Body(
                                it.holderId() == null ? it.holder() : null,
                                it.holderId(),
                                Side.valueOf(it.side()),
                                it.effectiveAt()),
                (id, it, body) ->
                        new FillSeat(
                                id,
                                Seat.valueOf(it.seat()),
                                owners.of(
                                        body.holder(),
                                        body.holderId(),
                                        new Owner(it.holder(), it.holderId()),
                                        "holderId"),
                                body.side(),
                                body.effectiveAt()));
    }
}
