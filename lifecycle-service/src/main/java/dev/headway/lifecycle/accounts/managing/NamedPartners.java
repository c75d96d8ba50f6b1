package dev.headway.lifecycle.accounts.managing;

import dev.headway.projections.http.Problem;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The company that a person is said to be of. */
@Component
class NamedPartners {

    private final WhichPartnerIsMeant partners;

    NamedPartners(WhichPartnerIsMeant partners) {
        this.partners = partners;
    }

    /**
     * Its id, of one that is there; who was merged into another one is followed when it is asked.
     *
     * @throws Problem 400 when there is none
     */
    String known(String partnerId) {
        return partners.find(partnerId)
                .map(WhichPartnerIsMeant.Known::id)
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                        List.of(
                                                new Problem.FieldError(
                                                        "/partnerId", "names no partner"))));
    }
}
