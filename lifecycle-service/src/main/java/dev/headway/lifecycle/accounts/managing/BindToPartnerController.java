package dev.headway.lifecycle.accounts.managing;

import dev.headway.lifecycle.commands.RequestContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody, of a company. */
@RestController
class BindToPartnerController {

    private final AccountResponses responses;
    private final NamedPartners partners;

    BindToPartnerController(AccountResponses responses, NamedPartners partners) {
        this.responses = responses;
        this.partners = partners;
    }

    record Body(@NotBlank @Size(max = 100) String partnerId) {}

    @PutMapping("/api/v1/people/{id}/partner")
    ResponseEntity<byte[]> bind(
            @PathVariable String id, @Valid @RequestBody Body body, RequestContext context) {
        var person = responses.known(id);
        return responses.to(new BindToPartner(person, partners.known(body.partnerId())), context);
    }
}
