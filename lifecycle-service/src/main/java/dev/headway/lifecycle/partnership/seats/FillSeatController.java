package dev.headway.lifecycle.partnership.seats;

import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.partnership.corrections.CorrectableFact;
import dev.headway.lifecycle.partnership.responses.PartnershipHttpResponses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

    FillSeatController(PartnershipHttpResponses responses) {
        this.responses = responses;
    }

    record Body(
            @NotBlank @Size(max = 200) String holder,
            @NotNull Side side,
            @Nullable Instant effectiveAt) {}

    @PutMapping("/api/v1/partnerships/{id}/seats/{seat}")
    ResponseEntity<?> fill(
            @PathVariable String id,
            @PathVariable Seat seat,
            @Valid @RequestBody Body body,
            RequestContext context) {
        return responses.to(
                new FillSeat(id, seat, body.holder(), body.side(), body.effectiveAt()), context);
    }

    @Bean
    static CorrectableFact<SeatFilled, Body> correctableSeat() {
        return new CorrectableFact<>(
                SeatFilled.class,
                Body.class,
                it -> new Body(it.holder(), Side.valueOf(it.side()), it.effectiveAt()),
                (id, it, body) ->
                        new FillSeat(
                                id,
                                Seat.valueOf(it.seat()),
                                body.holder(),
                                body.side(),
                                body.effectiveAt()));
    }
}
